/**
 * Characters as people see them: a letter with its accents, a flag, a family. Texts are cut between them. Browsers without
 * `Intl.Segmenter` (Firefox before 125) cut between code points.
 */

/** Longer than any flag or family. A text is cut to this before its first character is looked for. */
const CHARACTER_MAX = 64;

/** The characters of a text, in order. For short texts: it looks at all of it. */
export function charactersOf(text: string): string[] {
  if (!('Segmenter' in Intl)) return Array.from(text);
  return Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);
}

/** The longest beginning of at most `max` UTF-16 units that ends between two characters. Looks at no more than that. */
export function beginningOf(text: string, max: number): string {
  if (text.length <= max) return text;
  // One code point more says whether the last character ends there. What stands last may be a part of one.
  const whole = charactersOf(text.slice(0, max + 2)).slice(0, -1);
  let end = 0;
  for (const { length } of whole) {
    if (end + length > max) break;
    end += length;
  }
  return text.slice(0, end);
}

/** The first character, or nothing of an empty text. */
export function firstCharacter(text: string): string {
  const [first = ''] = charactersOf(text.slice(0, CHARACTER_MAX));
  return first.length < CHARACTER_MAX ? first : String.fromCodePoint(first.codePointAt(0) ?? 0);
}
