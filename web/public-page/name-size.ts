/** How large a name can be set: `s` fits one line of display type, `m` two, `l` is any longer one. */
export type NameSize = 's' | 'm' | 'l';

/** Chinese, Japanese and Korean letters stand on a square, about twice as wide as a Latin letter. */
const SQUARE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu;

/** Chosen by the longest word, which must not break, and by the whole, which should not become a paragraph. */
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
 * The width of a name's longest word and of the whole of it, in letters of middling width: a narrow letter counts half, a broad one half as
 * much again. Stylesheets fit display type to the screen with it (`--name-word`, `--name-whole`).
 */
export function nameWidths(name: string): { word: number; whole: number } {
  return { word: Math.max(...name.split(/(?<=-)|\s+/).map(lettersOf)), whole: lettersOf(name) };
}

function lettersOf(text: string): number {
  const of = (letters: RegExp) => text.match(letters)?.length ?? 0;
  return Math.max(1, widthOf(text) + of(/[mw]/gi) / 2 - of(/[i\s.,'’-]/gi) / 2);
}
