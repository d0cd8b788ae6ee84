/** Splits text into characters as people see them (a flag, a family); without `Intl.Segmenter` (Firefox before 125) into code points. */

/** Longer than any flag or family: a text is cut to this before its first character is searched for. */
const CHARACTER_MAX = 64;

/** The characters of a text, in order. Reads all of it, so use it for short texts. */
export function charactersOf(text: string): string[] {
  if (!('Segmenter' in Intl)) return Array.from(text);
  return Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);
}

/** The longest beginning of at most `max` UTF-16 units that ends between two characters. Reads no more than that. */
export function beginningOf(text: string, max: number): string {
  if (text.length <= max) return text;
  // One more code point shows whether the last character ends there. The final character may be incomplete.
  const whole = charactersOf(text.slice(0, max + 2)).slice(0, -1);
  let end = 0;
  for (const { length } of whole) {
    if (end + length > max) break;
    end += length;
  }
  return text.slice(0, end);
}

export function firstCharacter(text: string): string {
  const [first = ''] = charactersOf(text.slice(0, CHARACTER_MAX));
  return first.length < CHARACTER_MAX ? first : String.fromCodePoint(first.codePointAt(0) ?? 0);
}
