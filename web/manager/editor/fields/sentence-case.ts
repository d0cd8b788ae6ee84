import { locale } from '../../../lib/language.ts';

/** Capitalises a name: many languages write weekdays and languages in lower case, as `Intl` does. */
export function sentenceCase(name: string): string {
  const [first = '', ...rest] = name;
  return first.toLocaleUpperCase(locale) + rest.join('');
}
