import { LINES_MAX, MARKS_MAX } from './limits.ts';

/**
 * Text as people send it. The same functions run in the message box, in the API and before a manager's reply is written.
 */

/** Control characters that have no place in a message: C0 and C1 but for tab and newline, and NUL above all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/**
 * Bidirectional embeddings, overrides and isolates (Unicode Annex 9): invisible, and able to show a text backwards. Messengers put them
 * around names, so they are taken out rather than refused; the direction of a text is found from its letters, wherever it is shown.
 */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g;

/** More combining marks on one letter than any language has, also with invisible joiners between: drawn over the neighbouring lines. */
const PILED_MARKS = new RegExp(`(?:\\p{M}[\\u200b-\\u200d\\u2060\\ufeff]*){${MARKS_MAX + 1}}`, 'u');

/** Nothing that can be seen: a name of it is none, and a message of it an empty bubble. */
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}\u2800]*$/u;

/** Half of a character, which no encoding can store. Not `isWellFormed()`, which Firefox 115 lacks. */
const HALF = /\p{Surrogate}/u;

/** Normalises to NFC (not NFKC: one ligature would grow eighteenfold), line ends to `\n`, without invisible directions, trimmed. */
export function normaliseText(text: string): string {
  return HALF.test(text) ? text : text.replace(/\r\n?/g, '\n').replace(DIRECTIONS, '').normalize('NFC').trim();
}

/** Says why a normalised text cannot be stored, as a sentence, or `null`. */
export function textFault(text: string, max: number): string | null {
  if (HALF.test(text)) return 'This text holds half a character, which cannot be stored.';
  if (CONTROLS.test(text)) return 'This text holds control characters, which cannot be stored.';
  if (INVISIBLE.test(text)) return 'Please write something first.';
  if (text.length > max) return `This is ${text.length - max} characters too long: ${max} is the most.`;
  if (PILED_MARKS.test(text)) return 'Too many accents are piled up on one letter.';
  const lines = text.split('\n').length;
  if (lines > LINES_MAX) return `This has ${lines} lines: ${LINES_MAX} is the most.`;
  return null;
}

/** The same for a text of one line: a name, a headline. */
export function lineFault(text: string, max: number): string | null {
  return /[\n\t\u2028\u2029]/.test(text) ? 'This must be one line.' : textFault(text, max);
}

/** The first `max` units on one line, never half a character, with an ellipsis where something was left out. */
export function previewOf(text: string, max: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= max) return line;
  const cut = line.slice(0, max - 1);
  return `${HALF.test(cut) ? cut.slice(0, -1) : cut}…`;
}
