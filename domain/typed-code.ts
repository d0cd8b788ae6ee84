import { checkValue, LENGTH, type ResumeCode, SYMBOLS } from './resume-code.ts';

/** Why a typed code is not one: `incomplete` (with how many symbols are there), `symbol` (with the first foreign one), or `check`. */
export type CodeFault =
  | { reason: 'incomplete'; length: number }
  | { reason: 'too-long'; length: number }
  | { reason: 'symbol'; symbol: string }
  | { reason: 'check' };

export type ParsedCode = { ok: true; code: ResumeCode } | { ok: false; fault: CodeFault };

/** UTF-16 units that are searched for a code: a short mail around a long link. What follows is not read. */
export const COPIED_MAX = 1000;

/** Stands before the code in a resume link, also in one that another service has wrapped and escaped. */
const MARKER = 'RESUME=';

/**
 * Every 20 letters and digits without U that begin and end where words do. Between groups of four may be up to five characters of any other
 * kind. The lookahead finds also those that overlap. Each step is bounded, so the search is linear.
 */
const RUNS = /\b(?=((?:[0-9A-TV-Z]{4}[^\p{L}\p{N}]{0,5}){4}[0-9A-TV-Z]{4})\b)/gu;

/** How codes are shown. */
const SHOWN = /^\w{4}(?:\p{Dash}\w{4}){4}$/u;

/** What each symbol, and each letter that stands for one, is worth: by its character's number. */
const VALUES: number[] = [];
for (const [value, symbol] of [...SYMBOLS].entries()) VALUES[symbol.charCodeAt(0)] = value;
for (const symbol of 'OIL') VALUES[symbol.charCodeAt(0)] = SYMBOLS.indexOf(toSymbols(symbol));

interface Run {
  start: number;
  text: string;
}

/**
 * Finds the code in what a person typed or copied: any case and spacing, O for 0, I and L for 1, full-width letters, invisible characters,
 * the whole link, words around it. The check symbol decides which run of symbols is meant.
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

/** Reads a text that holds no run of symbols in groups of four: a code in any other spacing, or what is wrong with it. */
function parseAlone(text: string): ParsedCode {
  const places = toSymbols(text.replace(/[\s\p{Dash}]/gu, ''));
  // One wrong symbol among twenty is reported; the punctuation around a code that is too short is not.
  const symbols = places.length === LENGTH ? places : (/[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(places)?.[0] ?? '');
  const foreign = Array.from(symbols).find((symbol) => !SYMBOLS.includes(symbol));
  if (foreign !== undefined) return fault({ reason: 'symbol', symbol: foreign });
  if (symbols.length !== LENGTH) return fault({ reason: symbols.length < LENGTH ? 'incomplete' : 'too-long', length: symbols.length });
  return isRight({ text: symbols }) ? { ok: true, code: symbols as ResumeCode } : fault({ reason: 'check' });
}

/**
 * The code of a text that is nothing but a resume code or a resume link, punctuation aside; `null` for every other text. Plain words and
 * numbers of 20 symbols pass the check symbol once in 32 times, so only groups of four with dashes may be either.
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

/**
 * Upper case, without escapes, compatibility forms, marks and invisible characters. By the character, as NFKC of a whole text is not linear;
 * letters without case never become a symbol.
 */
function readable(text: string): string {
  return text
    .slice(0, COPIED_MAX)
    .replace(/(?:%[\da-f]{2})+/gi, unescaped)
    .replace(/(?![\p{M}\p{Lo}])\P{ASCII}/gu, (character) => character.normalize('NFKC'))
    .replace(/[\p{Default_Ignorable_Code_Point}\p{M}]|(?!\s)\p{Cc}/gu, '')
    .replaceAll('_', ' ')
    .toUpperCase();
}

/** Where the last marker ends; 0 without one. */
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

/** Has a letter and a digit: it is neither plain words nor a number. */
function isMixed({ text }: Run): boolean {
  return /\d/.test(text) && /[A-Z]/.test(text);
}

function isRight({ text }: Pick<Run, 'text'>): boolean {
  const values: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const value = VALUES[text.charCodeAt(index)];
    if (value !== undefined) values.push(value);
  }
  // With its check symbol, a right code sums up to nothing.
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
