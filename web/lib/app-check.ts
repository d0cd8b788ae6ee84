import type { FirebaseApp } from 'firebase/app';

/** Gives App Check's token for a request to the API. Rejects where Google's script is blocked. */
export type AppToken = () => Promise<string>;

/**
 * Has an app prove to Firebase that it is the site's own, where the site is configured for it; before anything else of the app is opened.
 * `null` where it is not: then nothing is loaded either.
 */
export async function openAppCheck(app: FirebaseApp, siteKey: string | undefined): Promise<AppToken | null> {
  if (!siteKey) return null;
  const { getToken, initializeAppCheck, ReCaptchaEnterpriseProvider } = await import('firebase/app-check');
  const appCheck = initializeAppCheck(app, { provider: new ReCaptchaEnterpriseProvider(siteKey), isTokenAutoRefreshEnabled: true });
  return async () => (await getToken(appCheck)).token;
}
