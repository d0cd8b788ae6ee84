import { type ContactFields, nameKeyOf } from '@foyer/domain/contact';

type Known = Pick<ContactFields, 'name' | 'emails' | 'phones'>;

/** The last digits of a number, which its country code doesn't change. Shorter numbers are extensions, which many people share. */
const PHONE_DIGITS = 8;
const PHONE_DIGITS_MIN = 7;

export function emailKeys({ emails }: Known): string[] {
  return emails.map((email) => `e:${email.toLowerCase()}`);
}

export function phoneKeys({ phones }: Known): string[] {
  const digits = phones.map((phone) => phone.replace(/\D/g, ''));
  return digits.filter(({ length }) => length >= PHONE_DIGITS_MIN).map((number) => `p:${number.slice(-PHONE_DIGITS)}`);
}

/** None for a name without letters. */
export function nameKeys({ name }: Known): string[] {
  const key = nameKeyOf(name);
  return /[\p{L}\p{N}]/u.test(key) ? [`n:${key}`] : [];
}
