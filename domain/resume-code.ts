/**
 * The resume code: 19 random symbols and one check symbol of Crockford's base32, written in five groups of four.
 * 19 x 5 = 95 random bits. The check symbol catches every single wrong symbol and every swap of neighbours, so that a
 * typing error is told in the browser, without a request. Reading what people type is in typed-code.ts: few browsers ever need it.
 */

/** Crockford's base32 (crockford.com/base32.html): no I, L, O, U. */
export const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const LENGTH = 20;
const GROUP = 4;

/** A complete code in canonical form: 20 symbols, upper case, no dashes. */
export type ResumeCode = string & { readonly canonical: unique symbol };

/** Makes a new code from 19 random bytes (pass `crypto.getRandomValues` output). 256 is a multiple of 32, so no symbol is favoured. */
export function makeResumeCode(randomBytes: Uint8Array): ResumeCode {
  if (randomBytes.length !== LENGTH - 1) throw new RangeError(`a resume code needs ${LENGTH - 1} random bytes`);
  const values = Array.from(randomBytes, (byte) => byte & 31);
  return toSymbols([...values, checkValue(values)]) as ResumeCode;
}

/** Writes a code for people: `7KX2-QP4T-DM9A-XH3W-B8NE`. */
export function formatResumeCode(code: ResumeCode): string {
  return (code.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/** The page where a code of any conversation is entered. */
export const RESUME_PATH = '/resume';

/** The link that resumes the conversation. The code is in the fragment, which no server, log or Referer ever sees. */
export function resumeLink(origin: string, slug: string, code: ResumeCode): string {
  return `${origin}/${slug}#resume=${formatResumeCode(code)}`;
}

/**
 * A check over GF(32) with generator 2 and the primitive polynomial x^5 + x^2 + 1: each place is weighed by another power, so any
 * one error and any swap of two different neighbours changes the sum (the Luhn idea in a field: ISO/IEC 7064 does it modulo a prime).
 */
export function checkValue(values: readonly number[]): number {
  return values.reduce((sum, value) => double(sum ^ value), 0);
}

function double(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
}

function toSymbols(values: readonly number[]): string {
  return values.map((value) => SYMBOLS.charAt(value)).join('');
}
