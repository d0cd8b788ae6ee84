import { codeOf, explainAuthError, isExplained } from '../../auth/auth-errors.ts';
import { words } from '../words.ts';

const SENTENCES: Readonly<Record<string, string>> = {
  'invalid-credential': words.wrongPassword,
  'invalid-login-credentials': words.wrongPassword,
  'wrong-password': words.wrongPassword,
  'user-mismatch': words.otherGoogle,
  'requires-recent-login': words.proveAgain,
};

/** Why an address or a password couldn't be changed; empty if the person only cancelled. Here it is known who the person is. */
export function accountFault(error: unknown): string {
  return SENTENCES[codeOf(error)] ?? (isExplained(error) ? explainAuthError(error, 'verify') : words.notChanged);
}
