import { SECURITY_HEADERS } from '../http/security-headers.ts';

/** What a page's browser may talk to besides the site itself, so that a thread can be live. */
const LIVE = ['https://firestore.googleapis.com', 'https://identitytoolkit.googleapis.com', 'https://securetoken.googleapis.com'];

/**
 * The headers of every public page: nothing but its own script and its one inline style, allowed by hash (a nonce could not be cached).
 * `styleHash` is the base64 SHA-256 of the style's text.
 */
export function pageHeaders(styleHash: string): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'sha256-${styleHash}'`,
      "img-src 'self' data:",
      "font-src 'self'",
      `connect-src 'self' ${[...LIVE, ...emulators()].join(' ')}`,
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "object-src 'none'",
    ].join('; '),
    ...SECURITY_HEADERS,
  };
}

/** Set by the emulator suite only, never in production. */
function emulators(): string[] {
  return [process.env.FIREBASE_AUTH_EMULATOR_HOST, process.env.FIRESTORE_EMULATOR_HOST]
    .filter((host) => host !== undefined)
    .map((host) => `http://${host}`);
}
