/** The display size of a name: `s` fits on one line, `m` on two, `l` is for longer ones. */
export type NameSize = 's' | 'm' | 'l';

/** Chinese, Japanese and Korean letters are square, about twice as wide as a Latin letter. */
const SQUARE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu;

/** Depends on the longest word, which must not break, and on the whole name, which should not become a paragraph. */
export function nameSize(name: string): NameSize {
  const longest = Math.max(...name.split(/[\s-]+/).map(widthOf));
  const whole = widthOf(name);
  if (longest <= 10 && whole <= 16) return 's';
  return longest <= 14 && whole <= 30 ? 'm' : 'l';
}

function widthOf(text: string): number {
  return [...text].length + (text.match(SQUARE)?.length ?? 0);
}

/**
 * The widths of a name's longest word and of the whole name, in average letters: a narrow letter counts half, a wide one one and a half.
 * Stylesheets fit display type to the screen with them (`--name-word`, `--name-whole`).
 */
export function nameWidths(name: string): { word: number; whole: number } {
  return { word: Math.max(...name.split(/(?<=-)|\s+/).map(lettersOf)), whole: lettersOf(name) };
}

function lettersOf(text: string): number {
  const of = (letters: RegExp) => text.match(letters)?.length ?? 0;
  return Math.max(1, widthOf(text) + of(/[mw]/gi) / 2 - of(/[i\s.,'’-]/gi) / 2);
}
