import { PASSWORD_MAX, PASSWORD_MIN } from '@foyer/domain/password';
import { words } from '../door-words.ts';

export const PASSWORD_HELP = words.passwordHelp({ min: PASSWORD_MIN });

/**
 * The sentence why a new password is refused, or `null`. The project's password policy also refuses wrong lengths; only this function refuses
 * passwords that are easy to guess, because a policy has no such rule.
 */
export function passwordFault(password: string, email: string): string | null {
  const missing = PASSWORD_MIN - password.length;
  if (missing > 0) return words.passwordShort({ missing, min: PASSWORD_MIN });
  if (password.length > PASSWORD_MAX) return words.passwordLong({ max: PASSWORD_MAX });
  if (new Set(password).size < 4) return words.passwordRepeats;
  const name = email.split('@')[0] ?? '';
  if (name.length > 3 && password.toLowerCase().replaceAll(name.toLowerCase(), '').length < 4) return words.passwordIsEmail;
  return null;
}
