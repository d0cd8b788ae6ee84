import { PASSWORD_MAX, PASSWORD_MIN } from '@foyer/domain/password';

export const PASSWORD_HELP = `At least ${PASSWORD_MIN} characters. A few words that you will remember are better than one clever one.`;

/**
 * Says why a new password will not do, as a sentence, or `null`. The project's password policy refuses the wrong lengths too; what is easy
 * to guess is refused here alone, since a policy knows no such rule.
 */
export function passwordFault(password: string, email: string): string | null {
  const missing = PASSWORD_MIN - password.length;
  if (missing > 0) return `Still ${missing === 1 ? 'one character' : `${missing} characters`} short: ${PASSWORD_MIN} is the least.`;
  if (password.length > PASSWORD_MAX) return `That is too long: ${PASSWORD_MAX} characters are the most.`;
  if (new Set(password).size < 4) return 'The same few characters over and over are easy to guess. Take some more.';
  const name = email.split('@')[0] ?? '';
  if (name.length > 3 && password.toLowerCase().replaceAll(name.toLowerCase(), '').length < 4)
    return 'Your own address is the first thing that others would try. Take something else.';
  return null;
}
