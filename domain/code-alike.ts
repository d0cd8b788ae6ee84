import { LENGTH } from './resume-code.ts';

/** Our links are shorter. Bounds every step below. */
const TEXT_MAX = 300;
/** A code may have one symbol too few or too many. */
const SLIP = 1;
/** Groups of four with one kind of separator. One group may have a symbol too few or too many, and one may be missing. */
const GROUPS = /^[A-Z\d]{3,5}(?:([\s\p{Dash}])[A-Z\d]{3,5})(?:\1[A-Z\d]{3,5}){2,4}$/u;
/** A whole code as the page shows it, with O, I and L for digits: 1 code in 180 has fewer than two digits. */
const SHOWN = /^[0-9A-TV-Z]{4}(?:\p{Dash}[0-9A-TV-Z]{4}){4}$/u;
const WORD = /^[A-Z\d]+$/;
/** A resume link with a truncated or wrong code. */
const LINK = /^\S*#RESUME(?:=[\w\s\p{Dash}%.]{0,40})?$/u;

/**
 * Whether a text consists only of what looks like a resume code or link, valid or not: probably a code with a typing error. Order numbers
 * and bank accounts can look the same, so people must still be able to send it.
 */
export function looksLikeCode(text: string): boolean {
  if (text.length > TEXT_MAX) return false;
  const bare = text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .toUpperCase();
  if (LINK.test(bare)) return true;
  const groups = bare.split(/[\s\p{Dash}]/u);
  const symbols = groups.join('');
  // Words and numbers do not mix letters and digits like this, least of all phone and card numbers.
  if (count(symbols, /[A-Z]/g) < 2) return false;
  if (SHOWN.test(bare)) return true;
  if (count(symbols, /\d/g) < 2) return false;
  if (groups.length === 1) return WORD.test(bare) && Math.abs(symbols.length - LENGTH) <= SLIP;
  return GROUPS.test(bare) && groups.filter(({ length }) => length !== 4).length <= SLIP;
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}
