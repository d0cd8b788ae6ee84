/** What a person was doing when Firebase Auth refused. */
export type AuthAct = 'sign-in' | 'sign-up' | 'google' | 'reset' | 'verify';

/** Wrong address and wrong password get one answer, so that nobody learns who has an account. */
const WRONG = 'That email and password do not go together. Check both, or reset the password.';
const POPUP = 'The Google window could not be opened here. Allow pop-ups for this site, or use your email and a password.';
const NOT_SET_UP = 'This way of signing in is not set up on this site. Please use another one.';

const SENTENCES: Readonly<Record<string, string>> = {
  'invalid-credential': WRONG,
  'invalid-login-credentials': WRONG,
  'wrong-password': WRONG,
  'user-not-found': WRONG,
  'user-mismatch': WRONG,
  'invalid-email': 'This does not look like an email address. Check it once more.',
  'missing-email': 'Please enter your email address.',
  'missing-password': 'Please enter a password.',
  'email-already-in-use': 'There is an account with this email already. Sign in instead, or reset its password.',
  'credential-already-in-use': 'There is an account with this email already. Sign in instead, or reset its password.',
  'account-exists-with-different-credential': 'You signed up another way with this email. Use your email and password.',
  'weak-password': 'This password is easy to guess. Take a longer one.',
  'password-does-not-meet-requirements': 'This site asks for a stronger password. Make it longer, and mix letters, digits and signs.',
  'user-disabled': 'This account is switched off. Write to whoever runs this site.',
  'too-many-requests': 'That was tried too often. Wait a few minutes, then try again.',
  'quota-exceeded': 'This site has sent all the mail that it may send for now. Try again later.',
  'network-request-failed': 'There is no connection just now. Try again when you are back online.',
  timeout: 'The answer took too long. Please try again.',
  'popup-blocked': POPUP,
  'cancelled-popup-request': '',
  'popup-closed-by-user': '',
  'user-cancelled': '',
  'operation-not-supported-in-this-environment': POPUP,
  'web-storage-unsupported':
    'This browser keeps nothing for this site, so nobody can stay signed in. Allow site data, or use another browser.',
  'operation-not-allowed': NOT_SET_UP,
  'admin-restricted-operation': 'New accounts are closed on this site.',
  'configuration-not-found': NOT_SET_UP,
  'auth-domain-config-required': NOT_SET_UP,
  'unauthorized-domain': NOT_SET_UP,
  'unauthorized-continue-uri': 'This site may not send mail from this address yet. Write to whoever runs it.',
  'user-token-expired': 'You were signed out meanwhile. Please sign in again.',
  'requires-recent-login': 'You were signed out meanwhile. Please sign in again.',
  'multi-factor-auth-required': 'This account needs a second step that this site cannot ask for yet.',
};

/**
 * One plain sentence for an error of Firebase Auth; empty where a person only changed their mind.
 * Unknown codes get a sentence that fits what was being done.
 */
export function explainAuthError(error: unknown, act: AuthAct): string {
  const code = codeOf(error);
  // The popup needs a script from another host: what stops it comes as an internal error, or as one of the network.
  if (act === 'google' && (code === 'internal-error' || (code === 'network-request-failed' && navigator.onLine))) return POPUP;
  return SENTENCES[code] ?? OTHERWISE[act];
}

const OTHERWISE: Readonly<Record<AuthAct, string>> = {
  'sign-in': 'Signing in did not work. Please try again in a moment.',
  'sign-up': 'The account could not be made. Please try again in a moment.',
  google: 'Signing in with Google did not work. Try again, or use your email and a password.',
  reset: 'The mail could not be sent. Please try again in a moment.',
  verify: 'The mail could not be sent. Please try again in a moment.',
};

/** `invalid-email` of `auth/invalid-email`, or an empty text. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code.replace(/^auth\//, '') : '';
}
