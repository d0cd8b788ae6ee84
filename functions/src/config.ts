import { z } from 'zod';
import { parseTrustedProxies } from './http/trusted-proxies.ts';
import { logs } from './logs.ts';
import {
  appCheckSiteKey,
  publicOrigins,
  pushHosts,
  recaptchaSiteKey,
  resumeSecret,
  sessionSecret,
  trustedProxies,
  vapidPrivateKey,
} from './params.ts';
import { parseVapidKey, type VapidKey } from './push/vapid-key.ts';

/** At least 32 characters: a key shorter than its hash would be the weakest part. */
const Keys = z
  .string()
  .transform((text) => text.split(',').map((key) => key.trim()))
  .pipe(z.array(z.string().min(32)).min(1).max(2));

const Origins = z.array(z.url({ protocol: /^https?$/ }));

/** `none` switches off every limit by address, so only the emulators accept it. */
const TrustedProxies = z.string().transform((setting, context) => {
  if (setting === 'none' && process.env.FUNCTIONS_EMULATOR === 'true') return null;
  const list = parseTrustedProxies(FORMER_SETTINGS.includes(setting) ? 'hosting' : setting);
  if (list) return list;
  const message = 'TRUSTED_PROXIES takes `hosting` and address ranges such as 192.0.2.0/24, separated by commas.';
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

/** Until 2026-11 a number of proxies, where 1 meant Hosting; empty where firebase-tools did not fill in the default. */
const FORMER_SETTINGS: readonly string[] = ['', '1'];

/** Outside the emulators, a server on this machine is never a browser's push service. */
const PushHosts = z
  .enum(['', 'loopback'])
  .refine((hosts) => hosts === '' || process.env.FUNCTIONS_EMULATOR === 'true', 'PUSH_HOSTS takes `loopback` in the emulators only.');

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

export type SiteConfig = Readonly<z.output<typeof SiteConfig>>;
export type Config = SiteConfig & Readonly<z.output<typeof Secrets>>;

/** Throws with the setting's name if one is wrong. */
export function readConfig(): Config {
  return { ...readSiteConfig(), ...Secrets.parse({ resumeKeys: resumeSecret.value(), sessionKeys: sessionSecret.value() }) };
}

export function readSiteConfig(): SiteConfig {
  return SiteConfig.parse({
    projectId: process.env.GCLOUD_PROJECT,
    origins: siteOrigins(),
    trustedProxies: trustedProxies.value(),
    ...publicKeys(),
  });
}

export function publicKeys(): { recaptchaKey: string | null; appCheckKey: string | null } {
  return { recaptchaKey: SiteKey.parse(recaptchaSiteKey.value()), appCheckKey: SiteKey.parse(appCheckSiteKey.value()) };
}

export interface PushConfig {
  /** `null` if pushes are off, or the key is not one. */
  key: VapidKey | null;
  /** How push services can reach the host: an https address. */
  subject: string;
  /** Pushes go to servers on this machine, and to no browser's push service. */
  isLoopbackOnly: boolean;
}

/** Throws if the setting is wrong. A wrong key only switches pushes off: the API also needs it, and must not stop for it. */
export function readPushConfig(): PushConfig {
  const secret = vapidPrivateKey.value().trim();
  const key = ['', 'off'].includes(secret) ? null : parseVapidKey(secret);
  if (secret !== 'off' && key === null) logs.pushKeyUnreadable();
  return {
    key,
    subject: siteOrigins().find((origin) => origin.startsWith('https:')) as string,
    isLoopbackOnly: PushHosts.parse(pushHosts.value()) === 'loopback',
  };
}

/** The site's canonical origin. */
export function siteOrigin(): string {
  return siteOrigins()[0] as string;
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
