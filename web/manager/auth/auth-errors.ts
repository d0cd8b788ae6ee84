import { words } from '../door-words.ts';

/** What a person was doing when Firebase Auth returned an error. */
export type AuthAct = 'sign-in' | 'sign-up' | 'google' | 'reset' | 'verify';

/** A wrong address and a wrong password get one answer, so that no one learns who has an account. */
const WRONG = words.wrongCredentials;

const SENTENCES: Readonly<Record<string, string>> = {
  'invalid-credential': WRONG,
  'invalid-login-credentials': WRONG,
  'wrong-password': WRONG,
  'user-not-found': WRONG,
  'user-mismatch': WRONG,
  'invalid-email': words.invalidEmail,
  'invalid-new-email': words.invalidEmail,
  'missing-email': words.missingEmail,
  'missing-new-email': words.missingEmail,
  'missing-password': words.missingPassword,
  'email-already-in-use': words.emailInUse,
  'credential-already-in-use': words.emailInUse,
  'account-exists-with-different-credential': words.otherProvider,
  'weak-password': words.weakPassword,
  'password-does-not-meet-requirements': words.passwordPolicy,
  'user-disabled': words.accountDisabled,
  'too-many-requests': words.tooManyAttempts,
  'quota-exceeded': words.emailQuota,
  'network-request-failed': words.offline,
  timeout: words.timeout,
  'popup-blocked': words.popupBlocked,
  'cancelled-popup-request': '',
  'popup-closed-by-user': '',
  'user-cancelled': '',
  'operation-not-supported-in-this-environment': words.popupBlocked,
  'web-storage-unsupported': words.storageBlocked,
  'operation-not-allowed': words.notSetUp,
  'admin-restricted-operation': words.signUpClosed,
  'configuration-not-found': words.notSetUp,
  'auth-domain-config-required': words.notSetUp,
  'unauthorized-domain': words.notSetUp,
  'unauthorized-continue-uri': words.emailNotAllowed,
  'user-token-expired': words.signedOut,
  'requires-recent-login': words.signedOut,
  'multi-factor-auth-required': words.secondFactor,
};

/** A sentence for an error of Firebase Auth; empty if the person only cancelled. Unknown codes get a sentence that fits the act. */
export function explainAuthError(error: unknown, act: AuthAct): string {
  const code = codeOf(error);
  // The popup loads a script from another host: if it is blocked, the error is an internal one or a network one.
  if (act === 'google' && (code === 'internal-error' || (code === 'network-request-failed' && navigator.onLine))) return words.popupBlocked;
  return SENTENCES[code] ?? OTHERWISE[act];
}

/** Whether an error has its own sentence. */
export function isExplained(error: unknown): boolean {
  return codeOf(error) in SENTENCES;
}

const OTHERWISE: Readonly<Record<AuthAct, string>> = {
  'sign-in': words.signInFailed,
  'sign-up': words.signUpFailed,
  google: words.googleFailed,
  reset: words.emailFailed,
  verify: words.emailFailed,
};

/** `invalid-email` of `auth/invalid-email`, or an empty text. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code.replace(/^auth\//, '') : '';
}
