/**
 * 19 random symbols and one check symbol of Crockford's base32, in five groups of four: 19 x 5 = 95 random bits. The check symbol catches
 * every single wrong symbol and every swap of neighbours, so the browser reports a typing error without a request. typed-code.ts parses
 * what people type; few browsers ever need it.
 */

/** Crockford's base32 (crockford.com/base32.html): no I, L, O, U. */
export const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const LENGTH = 20;

/** A complete code in canonical form: 20 symbols, upper case, no dashes. */
export type ResumeCode = string & { readonly canonical: unique symbol };

/** Takes 19 bytes of `crypto.getRandomValues`. 256 is a multiple of 32, so every symbol is equally likely. */
export function makeResumeCode(randomBytes: Uint8Array): ResumeCode {
  if (randomBytes.length !== LENGTH - 1) throw new RangeError(`needs ${LENGTH - 1} bytes`);
  const values = Array.from(randomBytes, (byte) => byte & 31);
  return toSymbols([...values, checkValue(values)]) as ResumeCode;
}

export const RESUME_PATH = '/resume';

/**
 * A check over GF(32) with generator 2 and the primitive polynomial x^5 + x^2 + 1: each place has a different power as weight, so any one
 * error and any swap of two different neighbours changes the sum (the Luhn idea in a field: ISO/IEC 7064 does it modulo a prime).
 */
export function checkValue(values: readonly number[]): number {
  return values.reduce((sum, value) => double(sum ^ value), 0);
}

function double(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
}

/** One random symbol for each byte of `crypto.getRandomValues`. */
export function randomSymbols(randomBytes: Uint8Array): string {
  return toSymbols(Array.from(randomBytes, (byte) => byte & 31));
}

function toSymbols(values: readonly number[]): string {
  return values.map((value) => SYMBOLS.charAt(value)).join('');
}
