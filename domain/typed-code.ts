import { checkValue, LENGTH, type ResumeCode, SYMBOLS } from './resume-code.ts';

/** Why a typed code is not one: `incomplete` (with how many symbols are there), `symbol` (with the first foreign one), or `check`. */
export type CodeFault =
  | { reason: 'incomplete'; length: number }
  | { reason: 'too-long'; length: number }
  | { reason: 'symbol'; symbol: string }
  | { reason: 'check' };

export type ParsedCode = { ok: true; code: ResumeCode } | { ok: false; fault: CodeFault };

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
