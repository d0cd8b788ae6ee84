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
 * Every run of 20 letters and digits without U that begins and ends where words do. Up to nine characters of any other kind may stand
 * between two symbols. The lookahead finds runs that overlap. Each step is bounded, so the search is linear.
 */
const RUNS = /\b(?=((?:[0-9A-TV-Z][^\p{L}\p{N}]{0,9}){19}[0-9A-TV-Z])\b)/gu;

/** How codes are shown: groups of four, joined by dashes. */
const SHOWN = /^\w{4}(?:\p{Dash}\w{4}){4}$/u;
const GROUPED = /^\w{4}(?:\W+\w{4}){4}$/;

interface Run {
  start: number;
  end: number;
  text: string;
  symbols: string;
}

/**
 * Finds the code in what a person typed or copied: any case and spacing, O for 0, I and L for 1, full-width letters, invisible characters,
 * the whole link, words around it. The check symbol decides which run of symbols is meant.
 */
export function parseResumeCode(typed: string): ParsedCode {
  const text = tidied(typed);
  const runs = runsIn(text);
  const [best, other] = runs.filter(isRight).sort((one, two) => rankOf(one) - rankOf(two) || Number(isMixed(two)) - Number(isMixed(one)));
  // Two codes one below the other, as the page offers them to copy: we can't guess which one is meant.
  if (other && rankOf(other) === 0 && best?.symbols !== other.symbols) return fault({ reason: 'too-long', length: 2 * LENGTH });
  if (best) return { ok: true, code: best.symbols as ResumeCode };
  return fault(runs.some((run) => rankOf(run) < 3) ? { reason: 'check' } : faultOf(text));
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
    if (run.start < end || !isRight(run) || rankOf(run) === 3 || (rankOf(run) > 0 && !isMixed(run))) continue;
    rest += `${written.slice(end, run.start)}\0`;
    end = run.end;
    code ??= run.symbols as ResumeCode;
  }
  const words = (rest + written.slice(end)).split(/\s+/);
  return words.every((word) => word.includes(`${MARKER}\0`) || !/[\p{L}\p{N}]/u.test(word)) ? code : null;
}

/** Upper case, without escapes, compatibility forms and invisible characters. By the character: NFKC of a whole text is not linear. */
function readable(text: string): string {
  return text
    .slice(0, COPIED_MAX)
    .replace(/(?:%[\da-f]{2})+/gi, unescaped)
    .replace(/\P{ASCII}/gu, (character) => character.normalize('NFKC'))
    .replace(/\p{Default_Ignorable_Code_Point}|(?!\s)\p{Cc}/gu, '')
    .replaceAll('_', ' ')
    .toUpperCase();
}

/** Only what stands after the last marker, where there is one. */
function tidied(typed: string): string {
  const text = readable(typed);
  const marker = text.lastIndexOf(MARKER);
  return marker < 0 ? text : text.slice(marker + MARKER.length);
}

function unescaped(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return ' ';
  }
}

function runsIn(text: string): Run[] {
  return Array.from(text.matchAll(RUNS), ({ index, 1: run = '' }) => ({
    start: index,
    end: index + run.length,
    text: run,
    symbols: toSymbols(run.replace(/\W+/g, '')),
  }));
}

/** 0 for a code as it is shown, 1 for other groups of four, 2 for 20 symbols in one word, 3 for any other spacing. */
function rankOf({ text }: Run): number {
  return SHOWN.test(text) ? 0 : GROUPED.test(text) ? 1 : text.length === LENGTH ? 2 : 3;
}

/** Has a letter and a digit: it is neither plain words nor a number. */
function isMixed({ text }: Run): boolean {
  return /\d/.test(text) && /[A-Z]/.test(text);
}

function isRight({ symbols }: Run): boolean {
  const values = Array.from(symbols, (symbol) => SYMBOLS.indexOf(symbol));
  return checkValue(values.slice(0, -1)) === values[LENGTH - 1];
}

/** What is wrong with a text that holds no run of 20 symbols. */
function faultOf(text: string): CodeFault {
  const places = toSymbols(text.replace(/[\s\p{Dash}]/gu, ''));
  // One wrong symbol among twenty is told; the punctuation around a code that is too short is not.
  const symbols = places.length === LENGTH ? places : places.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}]+$/u, '');
  const foreign = Array.from(symbols).find((symbol) => !SYMBOLS.includes(symbol));
  if (foreign !== undefined) return { reason: 'symbol', symbol: foreign };
  if (symbols.length === LENGTH) return { reason: 'check' };
  return { reason: symbols.length < LENGTH ? 'incomplete' : 'too-long', length: symbols.length };
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
