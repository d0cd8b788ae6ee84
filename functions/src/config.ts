import { z } from 'zod';
import { publicOrigins, resumeSecret, sessionSecret } from './params.ts';

/** At least 32 characters: a key shorter than its hash would be the weakest part. */
const Keys = z
  .string()
  .transform((text) => text.split(',').map((key) => key.trim()))
  .pipe(z.array(z.string().min(32)).min(1).max(2));

const Origins = z.array(z.url({ protocol: /^https?$/ }));

const Config = z.object({
  resumeKeys: Keys,
  sessionKeys: Keys,
  origins: Origins,
});

/** What the functions need to know of their surroundings. */
export type Config = Readonly<z.output<typeof Config>>;

/** Reads and checks the configuration; a wrong one fails at once, with the setting's name. */
export function readConfig(): Config {
  return Config.parse({ resumeKeys: resumeSecret.value(), sessionKeys: sessionSecret.value(), origins: siteOrigins() });
}

/** The addresses under which this site may be open in a browser, the canonical one first. */
export function siteOrigins(): string[] {
  const projectId = z.string().min(1).parse(process.env.GCLOUD_PROJECT);
  const configured = publicOrigins
    .value()
    .split(',')
    .map((origin) => origin.trim())
    .filter(Boolean);
  return Origins.parse([...configured, `https://${projectId}.web.app`, `https://${projectId}.firebaseapp.com`]);
}
