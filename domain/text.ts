import { LINES_MAX, MARKS_MAX, TEXT_MAX } from './limits.ts';

/**
 * Text as people send it. The same functions run in the message box, in the API and before a manager's reply is written.
 */

/** Ends of lines as other programs write them: a vertical tab and a form feed (word processors), NEL, and Unicode's two separators. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/**
 * What is taken out. Control characters come along when people paste from office programs, and NUL above all cannot be stored.
 * Bidirectional embeddings, overrides and isolates (Unicode Annex 9) are invisible, and able to show a text backwards. Messengers put them
 * around names; the direction of a text is found from its letters, wherever it is shown.
 */
const REMOVED = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/** Empty lines at the beginning. The indentation of the first line that has words stays. */
const EMPTY_BEGINNING = /^(?:[^\S\n]*\n)+/;

/** More combining marks on one letter than any language has, also with invisible joiners between: drawn over the neighbouring lines. */
const JOINERS = '\\u200b-\\u200d\\u2060\\ufeff';
const PILED_MARKS = new RegExp(`(?:^|[^\\p{M}${JOINERS}])[${JOINERS}]*(?:\\p{M}[${JOINERS}]*){${MARKS_MAX + 1}}`, 'u');

/** The most by which NFC shortens: ᾂ is one unit, and four when it is taken apart. */
const SHRINK = 4;

/** So many marks in a row are still too many in NFC. Sorting them takes quadratic time, so such a text is never normalised. */
const UNSORTABLE = new RegExp(`(?:^|\\P{M})\\p{M}{${MARKS_MAX * SHRINK + 1}}`, 'u');

/** Nothing that can be seen: a name of it is none, and a message of it an empty bubble. */
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}\u2800]*$/u;

/** Half of a character, which no encoding can store. Not `isWellFormed()`, which Firefox 115 lacks. */
const HALF = /\p{Surrogate}/u;

/**
 * A text of several lines as it is stored: NFC (not NFKC: one ligature would grow eighteenfold), lines ended by `\n`, without control
 * characters and invisible directions, without empty lines at the beginning and space at the end. Takes time in proportion to the text: one
 * that `textFault` refuses in any case, for its length or for its marks, is not brought into NFC.
 */
export function normaliseText(text: string, max = TEXT_MAX): string {
  if (HALF.test(text)) return text;
  const tidy = text.replace(LINE_ENDS, '\n').replace(REMOVED, '').trimEnd().replace(EMPTY_BEGINNING, '');
  return tidy.length > max * SHRINK || UNSORTABLE.test(tidy) ? tidy : tidy.normalize('NFC');
}

/** The same for a text of one line, which has no space at its beginning either. What would part lines in an office program is a space. */
export function normaliseLine(text: string, max = TEXT_MAX): string {
  return normaliseText(text.replace(/[\v\f\u0085\u2028\u2029]/g, ' ').trim(), max).trim();
}

/** More marks than any letter has. */
const SURPLUS_MARKS = new RegExp(`(\\p{M}{${MARKS_MAX}})\\p{M}+`, 'gu');

/** How much longer a normal form may be. One ligature becomes 18 letters, and nobody searches for more of it than this. */
const GROWTH = 4;

/** A normal form for searching and naming, in time in proportion to the text: surplus marks are left out before they are sorted. */
export function normalForm(text: string, form: 'NFC' | 'NFKC' | 'NFKD'): string {
  return text
    .replace(SURPLUS_MARKS, '$1')
    .normalize(form)
    .slice(0, text.length * GROWTH);
}

/** Says why a normalised text cannot be stored, as a sentence, or `null`. */
export function textFault(text: string, max: number): string | null {
  if (text.length > max) return `This is ${text.length - max} characters too long: ${max} is the most.`;
  if (HALF.test(text)) return 'This text holds half a character, which cannot be stored.';
  if (INVISIBLE.test(text)) return 'Please write something first.';
  if (PILED_MARKS.test(text)) return 'Too many accents are piled up on one letter.';
  const lines = text.split('\n').length;
  if (lines > LINES_MAX) return `This has ${lines} lines: ${LINES_MAX} is the most.`;
  return null;
}

/** The same for a text of one line: a name, a headline. */
export function lineFault(text: string, max: number): string | null {
  return /[\n\t\u2028\u2029]/.test(text) ? 'This must be one line.' : textFault(text, max);
}
