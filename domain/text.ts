import type { Fault } from './fault.ts';
import { LINES_MAX, MARKS_MAX, TEXT_MAX } from './limits.ts';

/** Text that people send. The same functions run in the message box, in the API and before a manager's reply is written. */

/** Line ends of other programs: a vertical tab and a form feed (word processors), NEL, and Unicode's two separators. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/**
 * Removed. Control characters come with text pasted from office programs, and NUL cannot be stored at all. Bidirectional embeddings,
 * overrides and isolates (Unicode Annex 9) are invisible and can show a text backwards. Messengers put them around names; the display
 * derives a text's direction from its letters.
 */
const REMOVED = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/** Empty lines at the beginning. The first text line keeps its indentation. */
const EMPTY_BEGINNING = /^(?:[^\S\n]*\n)+/;

/** More marks than on one letter of any language, even with invisible joiners in between: they overlap the neighbouring lines. */
const JOINERS = '\\u200b-\\u200d\\u2060\\ufeff';
const PILED_MARKS = new RegExp(`(?:^|[^\\p{M}${JOINERS}])[${JOINERS}]*(?:\\p{M}[${JOINERS}]*){${MARKS_MAX + 1}}`, 'u');

/** NFC's greatest reduction: ᾂ is one unit, but four when decomposed. */
const SHRINK = 4;

/** This many consecutive marks are still too many in NFC. Sorting them takes quadratic time, so such a text is never normalised. */
const UNSORTABLE = new RegExp(`(?:^|\\P{M})\\p{M}{${MARKS_MAX * SHRINK + 1}}`, 'u');

/** Invisible text: such a name would be blank, and such a message an empty bubble. */
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}\u2800]*$/u;

/** A lone surrogate, which no encoding can store. Not `isWellFormed()`, which Firefox 115 lacks. */
const HALF = /\p{Surrogate}/u;

/**
 * A text of several lines as stored: NFC (not NFKC: one ligature would grow eighteenfold), lines ended by `\n`, without control characters,
 * invisible directions, leading empty lines and trailing space. Takes linear time: a text that `textFault` rejects anyway, for its length
 * or its marks, is not converted to NFC.
 */
export function normaliseText(text: string, max = TEXT_MAX): string {
  if (HALF.test(text)) return text;
  const tidy = text.replace(LINE_ENDS, '\n').replace(REMOVED, '').trimEnd().replace(EMPTY_BEGINNING, '');
  return tidy.length > max * SHRINK || UNSORTABLE.test(tidy) ? tidy : tidy.normalize('NFC');
}

/** The same for one line, also without leading space. Line breaks of office programs become spaces. */
export function normaliseLine(text: string, max = TEXT_MAX): string {
  return normaliseText(text.replace(/[\v\f\u0085\u2028\u2029]/g, ' ').trim(), max).trim();
}

/** More marks than any letter has. */
const SURPLUS_MARKS = new RegExp(`(\\p{M}{${MARKS_MAX}})\\p{M}+`, 'gu');

/** How much longer a normal form may be. One ligature becomes 18 letters, and no one searches for more than this. */
const GROWTH = 4;

/** A normal form for search and slugs, in linear time: removes surplus marks before sorting them. */
export function normalForm(text: string, form: 'NFC' | 'NFKC' | 'NFKD'): string {
  return text
    .replace(SURPLUS_MARKS, '$1')
    .normalize(form)
    .slice(0, text.length * GROWTH);
}

/** Why a normalised text cannot be stored, or `null`. */
export function textFault(text: string, max: number): Fault | null {
  if (text.length > max) return { code: 'too-long', values: { over: text.length - max, max } };
  if (HALF.test(text)) return { code: 'half-character' };
  if (INVISIBLE.test(text)) return { code: 'required' };
  if (PILED_MARKS.test(text)) return { code: 'piled-accents' };
  const lines = text.split('\n').length;
  return lines > LINES_MAX ? { code: 'too-many-lines', values: { lines, max: LINES_MAX } } : null;
}

/** The same for a text of one line: a name, a headline. */
export function lineFault(text: string, max: number): Fault | null {
  return /[\n\t\u2028\u2029]/.test(text) ? { code: 'several-lines' } : textFault(text, max);
}
