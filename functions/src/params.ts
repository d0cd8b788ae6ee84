import { defineSecret, defineString, type Expression, expr, projectID } from 'firebase-functions/params';
import { ACCOUNTS } from './service-accounts.ts';

/** Comma-separated, newest first: the newest key signs, all of them verify, so a key can be replaced without downtime. */
export const resumeSecret = defineSecret('RESUME_SECRET');
export const sessionSecret = defineSecret('SESSION_SECRET');
/** Signs pushes: 32 bytes in hex, or in base64url as other tools write it. `off`: the site sends none. */
export const vapidPrivateKey = defineSecret('VAPID_PRIVATE_KEY');

/** `loopback` sends pushes to servers on this machine, and to no others. Only the emulators accept it. */
export const pushHosts = defineString('PUSH_HOSTS', { default: '' });

/** `smtps://user:password@host:465` or `smtp://…:587`; `off` sends no mail. */
export const smtpUrl = defineSecret('SMTP_URL');
/** Encrypts visitors' addresses and signs the links in mails; comma-separated as the keys above. Not used while mail is off. */
export const addressKey = defineSecret('ADDRESS_KEY');
/** Who mails come from: `foyer@example.org` or `Foyer <foyer@example.org>`. */
export const mailFrom = defineString('MAIL_FROM', { default: '' });

/** Trusted proxies, comma-separated: `hosting` for Hosting's CDN, or address ranges. `none` is only for the emulators. */
export const trustedProxies = defineString('TRUSTED_PROXIES', { default: 'hosting' });

/** Public keys of reCAPTCHA Enterprise, for the score of first messages and for App Check. Empty: off. */
export const recaptchaSiteKey = defineString('RECAPTCHA_SITE_KEY', { default: '' });
export const appCheckSiteKey = defineString('APP_CHECK_SITE_KEY', { default: '' });

/** Further origins, in addition to `<project>.web.app` and `<project>.firebaseapp.com`, comma-separated, the canonical one first. */
export const publicOrigins = defineString('PUBLIC_ORIGINS', { default: '' });

/** The full address: firebase-tools 15 copies the short form `name@` unchanged into policies of secrets and schedules, which refuse it. */
export function runAs(account: keyof typeof ACCOUNTS): Expression<string> {
  return expr`${ACCOUNTS[account]}@${projectID}.iam.gserviceaccount.com`;
}
