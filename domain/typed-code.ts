import type { Fault } from './fault.ts';
import { checkValue, LENGTH, type ResumeCode, SYMBOLS } from './resume-code.ts';

/** Why a typed code is invalid: `incomplete` (with its number of symbols), `symbol` (with the first foreign one), or `check`. */
export type CodeFault =
  | { reason: 'incomplete'; length: number }
  | { reason: 'too-long'; length: number }
  | { reason: 'symbol'; symbol: string }
  | { reason: 'check' };

export type ParsedCode = { ok: true; code: ResumeCode } | { ok: false; fault: CodeFault };

/** UTF-16 units that are searched for a code: a short email around a long link. The rest is not read. */
export const COPIED_MAX = 1000;

/** Precedes the code in a resume link, even if another service wrapped and escaped it. */
const MARKER = 'RESUME=';

/**
 * Every 20 letters and digits without U that begin and end at word boundaries. Groups of four may have up to five other characters in
 * between. The lookahead finds overlapping runs too. Each step is bounded, so the search is linear.
 */
const RUNS = /\b(?=((?:[0-9A-TV-Z]{4}[^\p{L}\p{N}]{0,5}){4}[0-9A-TV-Z]{4})\b)/gu;

const SHOWN = /^\w{4}(?:\p{Dash}\w{4}){4}$/u;

/** The value of each symbol, and of each letter read as one, by character code. */
const VALUES: number[] = [];
for (const [value, symbol] of [...SYMBOLS].entries()) VALUES[symbol.charCodeAt(0)] = value;
for (const symbol of 'OIL') VALUES[symbol.charCodeAt(0)] = SYMBOLS.indexOf(toSymbols(symbol));

interface Run {
  start: number;
  text: string;
}

/**
 * Finds the code in typed or copied text: any case and spacing, O for 0, I and L for 1, full-width letters, invisible characters, the whole
 * link, words around it. The check symbol selects the right run of symbols.
 */
export function parseResumeCode(typed: string): ParsedCode {
  const written = readable(typed);
  const text = written.slice(markerEnd(written));
  const runs = runsIn(text);
  const right = runs.filter(isRight);
  const shown = new Set(right.filter(isShown).map(codeOf));
  // Two codes one below the other, as the page offers them to copy: we can't guess which one is meant.
  if (shown.size > 1) return fault({ reason: 'too-long', length: shown.size * LENGTH });
  const [code] = shown;
  const found = right.find(isMixed) ?? right[0];
  if (code ?? found) return { ok: true, code: code ?? codeOf(found as Run) };
  return runs.length > 0 ? fault({ reason: 'check' }) : parseAlone(text);
}

/** Parses a text without symbols in groups of four: a code in any other spacing, or its error. */
function parseAlone(text: string): ParsedCode {
  const places = toSymbols(text.replace(/[\s\p{Dash}]/gu, ''));
  // Reports one wrong symbol among twenty, but not the punctuation around a code that is too short.
  const symbols = places.length === LENGTH ? places : (/[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(places)?.[0] ?? '');
  const foreign = Array.from(symbols).find((symbol) => !SYMBOLS.includes(symbol));
  if (foreign !== undefined) return fault({ reason: 'symbol', symbol: foreign });
  if (symbols.length !== LENGTH) return fault({ reason: symbols.length < LENGTH ? 'incomplete' : 'too-long', length: symbols.length });
  return isRight({ text: symbols }) ? { ok: true, code: symbols as ResumeCode } : fault({ reason: 'check' });
}

/**
 * The code of a text that consists only of a resume code or link, ignoring punctuation; `null` for every other text. Plain words and
 * numbers of 20 symbols have a valid check symbol once in 32 times, so only groups of four with dashes may be words or numbers.
 */
export function codeAlone(text: string): ResumeCode | null {
  if (text.length > COPIED_MAX) return null;
  const written = readable(text);
  let rest = '';
  let end = 0;
  let code: ResumeCode | null = null;
  for (const run of runsIn(written)) {
    if (run.start < end || !isRight(run) || !(isShown(run) || isMixed(run))) continue;
    rest += `${written.slice(end, run.start)}\0`;
    end = run.start + run.text.length;
    code ??= codeOf(run);
  }
  const words = (rest + written.slice(end)).split(/\s+/);
  return words.every((word) => word.includes(`${MARKER}\0`) || !/[\p{L}\p{N}]/u.test(word)) ? code : null;
}

/** By character, because NFKC of a whole text is not linear. Letters without case never become a symbol. */
function readable(text: string): string {
  return text
    .slice(0, COPIED_MAX)
    .replace(/(?:%[\da-f]{2})+/gi, unescaped)
    .replace(/(?![\p{M}\p{Lo}])\P{ASCII}/gu, (character) => character.normalize('NFKC'))
    .replace(/[\p{Default_Ignorable_Code_Point}\p{M}]|(?!\s)\p{Cc}/gu, '')
    .replaceAll('_', ' ')
    .toUpperCase();
}

function markerEnd(text: string): number {
  const marker = text.lastIndexOf(MARKER);
  return marker < 0 ? 0 : marker + MARKER.length;
}

function unescaped(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return ' ';
  }
}

function runsIn(text: string): Run[] {
  return Array.from(text.matchAll(RUNS), ({ index, 1: run = '' }) => ({ start: index, text: run }));
}

function isShown({ text }: Run): boolean {
  return SHOWN.test(text);
}

/** Has a letter and a digit, so it is neither plain words nor a number. */
function isMixed({ text }: Run): boolean {
  return /\d/.test(text) && /[A-Z]/.test(text);
}

function isRight({ text }: Pick<Run, 'text'>): boolean {
  const values: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const value = VALUES[text.charCodeAt(index)];
    if (value !== undefined) values.push(value);
  }
  // The values of a valid code, check symbol included, sum up to 0.
  return checkValue(values) === 0;
}

function codeOf({ text }: Run): ResumeCode {
  return toSymbols(text.replace(/\W+/g, '')) as ResumeCode;
}

function toSymbols(text: string): string {
  return text.replaceAll('O', '0').replace(/[IL]/g, '1');
}

function fault(found: CodeFault): ParsedCode {
  return { ok: false, fault: found };
}

export function faultOfCode(fault: CodeFault): Fault {
  switch (fault.reason) {
    case 'incomplete':
    case 'too-long':
      return { code: `code-${fault.reason}`, values: { length: fault.length, of: LENGTH } };
    case 'symbol':
      return { code: 'code-symbol', values: { symbol: fault.symbol } };
    case 'check':
      return { code: 'code-check' };
  }
}
