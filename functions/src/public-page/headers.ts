/** Where a page's browser may connect besides the site itself, for live threads. */
const LIVE = ['https://firestore.googleapis.com', 'https://identitytoolkit.googleapis.com', 'https://securetoken.googleapis.com'];

/** Google's script for scores and App Check, and the frame that it opens. */
const RECAPTCHA = ['https://www.google.com/recaptcha/', 'https://www.gstatic.com/recaptcha/'];

export interface Guards {
  recaptchaKey: string | null;
  appCheckKey: string | null;
}

/**
 * The headers of every public page. They allow only its own script and its one inline style, by hash (a nonce couldn't be cached), and
 * Google's script if the site uses it. `styleHash` is the base64 SHA-256 of the style's text; `framedBy` are the sites that can show the
 * page in a frame.
 */
export function pageHeaders(
  styleHash: string,
  { recaptchaKey, appCheckKey }: Guards,
  framedBy: readonly string[] = [],
): Record<string, string> {
  const recaptcha = recaptchaKey === null && appCheckKey === null ? [] : RECAPTCHA;
  const appCheck = appCheckKey === null ? [] : ['https://content-firebaseappcheck.googleapis.com'];
  return {
    'content-security-policy': [
      "default-src 'none'",
      ["script-src 'self'", ...recaptcha].join(' '),
      ...(recaptcha.length > 0 ? [`frame-src ${RECAPTCHA[0]}`] : []),
      `style-src 'self' 'sha256-${styleHash}'`,
      "img-src 'self' data:",
      "font-src 'self'",
      ["connect-src 'self'", ...LIVE, ...recaptcha.slice(0, 1), ...appCheck, ...emulators()].join(' '),
      "base-uri 'none'",
      "form-action 'self'",
      `frame-ancestors ${framedBy.join(' ') || "'none'"}`,
      "object-src 'none'",
      // The script is /notifications/worker.js, registered when a visitor asks for notifications.
      "worker-src 'self'",
    ].join('; '),
  };
}

/**
 * The headers of the API reference: its viewer gets only the site's own files and may submit no form. It styles itself through stylesheets
 * and the CSSOM, so only the page's own inline style is allowed, by hash.
 */
export function apiDocsHeaders(styleHash: string): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'sha256-${styleHash}'`,
      "img-src 'self' data:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
    ].join('; '),
  };
}

/** Only the emulator suite sets it, never production. */
function emulators(): string[] {
  return [process.env.FIREBASE_AUTH_EMULATOR_HOST, process.env.FIRESTORE_EMULATOR_HOST]
    .filter((host) => host !== undefined)
    .map((host) => `http://${host}`);
}
