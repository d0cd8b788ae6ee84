import { defineSecret, defineString } from 'firebase-functions/params';

/** Keys are comma-separated, the newest first: it makes, all of them verify, so that a key can be replaced without a break. */
export const resumeSecret = defineSecret('RESUME_SECRET');
export const sessionSecret = defineSecret('SESSION_SECRET');

/** The site's own addresses beside `<project>.web.app` and `<project>.firebaseapp.com`, comma-separated, the canonical one first. */
export const publicOrigins = defineString('PUBLIC_ORIGINS', { default: '' });
