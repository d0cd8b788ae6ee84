/** What a page's browser may talk to besides the site itself, so that a thread can be live. */
const LIVE = ['https://firestore.googleapis.com', 'https://identitytoolkit.googleapis.com', 'https://securetoken.googleapis.com'];

/** Google's script for scores and for App Check, and the frame in which it looks around. */
const RECAPTCHA = ['https://www.google.com/recaptcha/', 'https://www.gstatic.com/recaptcha/'];

/** Which of Google's guards the site is configured for. */
export interface Guards {
  recaptchaKey: string | null;
  appCheckKey: string | null;
}

/**
 * The headers of every public page: nothing but its own script and its one inline style, allowed by hash (a nonce could not be cached),
 * and Google's script where the site asks for it.
 * `styleHash` is the base64 SHA-256 of the style's text; `framedBy` are the sites that may show the page in a frame.
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
    ].join('; '),
  };
}

/**
 * The headers of the API reference: its viewer gets the site's own files and may send no form. It styles itself by stylesheets and the CSSOM,
 * so no inline style is allowed but the page's own, by hash.
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

/** Set by the emulator suite only, never in production. */
function emulators(): string[] {
  return [process.env.FIREBASE_AUTH_EMULATOR_HOST, process.env.FIRESTORE_EMULATOR_HOST]
    .filter((host) => host !== undefined)
    .map((host) => `http://${host}`);
}
