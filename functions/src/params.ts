import { defineSecret, defineString, type Expression, expr, projectID } from 'firebase-functions/params';
import { ACCOUNTS } from './service-accounts.ts';

/** Keys are comma-separated, the newest first: it makes, all of them verify, so that a key can be replaced without a break. */
export const resumeSecret = defineSecret('RESUME_SECRET');
export const sessionSecret = defineSecret('SESSION_SECRET');

/**
 * Whose word about a caller's address is believed: `hosting` for Firebase Hosting's CDN, address ranges for other proxies, separated by
 * commas. `none` does without addresses, which only the emulators may.
 */
export const trustedProxies = defineString('TRUSTED_PROXIES', { default: 'hosting' });

/** Public keys of reCAPTCHA Enterprise: for the score of first messages, and for App Check. Empty: off. */
export const recaptchaSiteKey = defineString('RECAPTCHA_SITE_KEY', { default: '' });
export const appCheckSiteKey = defineString('APP_CHECK_SITE_KEY', { default: '' });

/** The site's own addresses beside `<project>.web.app` and `<project>.firebaseapp.com`, comma-separated, the canonical one first. */
export const publicOrigins = defineString('PUBLIC_ORIGINS', { default: '' });

/**
 * The account as which a function runs, as a whole address. firebase-tools 15 completes the short form `name@` for the function itself, but
 * writes it as it is into the policies of secrets and into schedules, where it is refused.
 */
export function runAs(account: keyof typeof ACCOUNTS): Expression<string> {
  return expr`${ACCOUNTS[account]}@${projectID}.iam.gserviceaccount.com`;
}
