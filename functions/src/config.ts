import { z } from 'zod';
import { parseTrustedProxies } from './http/trusted-proxies.ts';
import { appCheckSiteKey, publicOrigins, recaptchaSiteKey, resumeSecret, sessionSecret, trustedProxies } from './params.ts';

/** At least 32 characters: a key shorter than its hash would be the weakest part. */
const Keys = z
  .string()
  .transform((text) => text.split(',').map((key) => key.trim()))
  .pipe(z.array(z.string().min(32)).min(1).max(2));

const Origins = z.array(z.url({ protocol: /^https?$/ }));

/** `none` would switch every limit by address off: no deployed function may. */
const TrustedProxies = z.string().transform((setting, context) => {
  if (setting === 'none' && process.env.FUNCTIONS_EMULATOR === 'true') return null;
  const list = parseTrustedProxies(FORMER_SETTINGS.includes(setting) ? 'hosting' : setting);
  if (list) return list;
  const message = 'TRUSTED_PROXIES takes `hosting` and address ranges such as 192.0.2.0/24, separated by commas.';
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

/** A number of proxies until 2026-11, of which 1 meant Hosting; empty where firebase-tools did not fill in the default. */
const FORMER_SETTINGS: readonly string[] = ['', '1'];

const SiteKey = z
  .string()
  .trim()
  .transform((key) => (key === '' ? null : key));

const SiteConfig = z.object({
  projectId: z.string().min(1),
  origins: Origins,
  trustedProxies: TrustedProxies,
  recaptchaKey: z.string().nullable(),
  appCheckKey: z.string().nullable(),
});

const Secrets = z.object({ resumeKeys: Keys, sessionKeys: Keys });

/** What the functions need to know of their surroundings. */
export type SiteConfig = Readonly<z.output<typeof SiteConfig>>;
/** The same with the keys that only the API holds. */
export type Config = SiteConfig & Readonly<z.output<typeof Secrets>>;

/** Reads and checks the configuration; a wrong one fails at once, with the setting's name. */
export function readConfig(): Config {
  return { ...readSiteConfig(), ...Secrets.parse({ resumeKeys: resumeSecret.value(), sessionKeys: sessionSecret.value() }) };
}

/** The part of it that is no secret. */
export function readSiteConfig(): SiteConfig {
  return SiteConfig.parse({
    projectId: process.env.GCLOUD_PROJECT,
    origins: siteOrigins(),
    trustedProxies: trustedProxies.value(),
    ...publicKeys(),
  });
}

/** The keys that a browser gets with the page. `null` for what is off. */
export function publicKeys(): { recaptchaKey: string | null; appCheckKey: string | null } {
  return { recaptchaKey: SiteKey.parse(recaptchaSiteKey.value()), appCheckKey: SiteKey.parse(appCheckSiteKey.value()) };
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
