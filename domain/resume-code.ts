/**
 * The resume code: 19 random symbols and one check symbol of Crockford's base32, written in five groups of four.
 * 19 x 5 = 95 random bits. The check symbol catches every single wrong symbol and every swap of neighbours, so that a
 * typing error is told in the browser, without a request.
 */

/** Crockford's base32 (crockford.com/base32.html): no I, L, O, U. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 20;
const GROUP = 4;

/** A complete code in canonical form: 20 symbols, upper case, no dashes. */
export type ResumeCode = string & { readonly canonical: unique symbol };

/** Why a typed code is not one: `incomplete` (with how many symbols are there), `symbol` (with the first foreign one), or `check`. */
export type CodeFault =
  | { reason: 'incomplete'; length: number }
  | { reason: 'too-long'; length: number }
  | { reason: 'symbol'; symbol: string }
  | { reason: 'check' };

export type ParsedCode = { ok: true; code: ResumeCode } | { ok: false; fault: CodeFault };

/** Makes a new code from 19 random bytes (pass `crypto.getRandomValues` output). 256 is a multiple of 32, so no symbol is favoured. */
export function makeResumeCode(randomBytes: Uint8Array): ResumeCode {
  if (randomBytes.length !== LENGTH - 1) throw new RangeError(`a resume code needs ${LENGTH - 1} random bytes`);
  const values = Array.from(randomBytes, (byte) => byte & 31);
  return toSymbols([...values, checkValue(values)]) as ResumeCode;
}

/** Reads a code as people type it: any case, spaces and dashes anywhere, O for 0, I and L for 1. */
export function parseResumeCode(typed: string): ParsedCode {
  const symbols = typed
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const foreign = Array.from(symbols).find((symbol) => !SYMBOLS.includes(symbol));
  if (foreign !== undefined) return { ok: false, fault: { reason: 'symbol', symbol: foreign } };
  if (symbols.length < LENGTH) return { ok: false, fault: { reason: 'incomplete', length: symbols.length } };
  if (symbols.length > LENGTH) return { ok: false, fault: { reason: 'too-long', length: symbols.length } };
  const values = Array.from(symbols, (symbol) => SYMBOLS.indexOf(symbol));
  if (checkValue(values.slice(0, -1)) !== values[LENGTH - 1]) return { ok: false, fault: { reason: 'check' } };
  return { ok: true, code: symbols as ResumeCode };
}

/** Writes a code for people: `7KX2-QP4T-DM9A-XH3W-B8NE`. */
export function formatResumeCode(code: ResumeCode): string {
  return (code.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/** The link that resumes the conversation. The code is in the fragment, which no server, log or Referer ever sees. */
export function resumeLink(origin: string, slug: string, code: ResumeCode): string {
  return `${origin}/${slug}#resume=${formatResumeCode(code)}`;
}

/** One sentence for the person who typed it. */
export function explainCodeFault(fault: CodeFault): string {
  switch (fault.reason) {
    case 'incomplete':
      return `That code is not complete: ${fault.length} of its ${LENGTH} characters are here.`;
    case 'too-long':
      return `That is more than one code: it has ${LENGTH} characters, here are ${fault.length}.`;
    case 'symbol':
      return `A code has letters and digits only, and never \u201c${fault.symbol}\u201d.`;
    case 'check':
      return 'One of the characters is not right: please compare the code once more.';
  }
}

/**
 * A check over GF(32) with generator 2 and the primitive polynomial x^5 + x^2 + 1: each place is weighed by another power, so any
 * one error and any swap of two different neighbours changes the sum (the Luhn idea in a field: ISO/IEC 7064 does it modulo a prime).
 */
function checkValue(values: readonly number[]): number {
  return values.reduce((sum, value) => double(sum ^ value), 0);
}

function double(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
}

function toSymbols(values: readonly number[]): string {
  return values.map((value) => SYMBOLS.charAt(value)).join('');
}
