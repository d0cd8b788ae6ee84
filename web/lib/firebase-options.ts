import type { FirebaseOptions } from 'firebase/app';

/** Where the emulators listen; the launcher writes this file next to the site. */
export interface Emulators {
  auth: string;
  firestore: { host: string; port: number };
}

/** What `npm run deploy` writes next to the site, from the functions' parameters. */
export interface SiteSettings {
  appCheckKey?: string;
}

/**
 * The project's public settings, from Hosting's reserved address, and the site's own. A build for the emulators reads the launcher's file
 * instead; a production build does not contain that branch.
 */
export async function firebaseOptions(): Promise<{ options: FirebaseOptions; emulators?: Emulators; settings: SiteSettings }> {
  if (import.meta.env.MODE === 'emulators') {
    const { projectId, ...emulators } = (await readJson('/emulators.json')) as Emulators & { projectId: string };
    return { options: { projectId, apiKey: 'demo', authDomain: location.host }, emulators, settings: {} };
  }
  const [options, settings] = await Promise.all([readJson('/__/firebase/init.json'), readJson('/settings.json')]);
  return { options: options as FirebaseOptions, settings: settings as SiteSettings };
}

async function readJson(address: string): Promise<unknown> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
}
