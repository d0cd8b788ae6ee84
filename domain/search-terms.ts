import { beginningOf } from './characters.ts';
import { plainLetters } from './plain-letters.ts';
import { normalForm } from './text.ts';

/** No one types a longer word. In UTF-16 units. */
const TERM_MAX = 30;
/** A single letter would match every page. */
const BEGINNING_MIN = 2;

/** Plain letters, without duplicates, in order. `Intl.Segmenter` splits scripts without spaces by its dictionary. */
export function wordsOf(text: string): string[] {
  const segments = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(normalForm(text, 'NFKC').toLowerCase())];
  const words = segments.filter(({ isWordLike }) => isWordLike).map(({ segment }) => plainLetters(segment));
  return [...new Set(words.map((word) => beginningOf(word, TERM_MAX)))].filter((word) => word !== '');
}

/**
 * At most `max` terms under which one look-up finds something: the words of its texts, the first texts first, then as many beginnings of
 * these words as fit, so search finds a name while it is being typed.
 */
export function searchTermsOf(texts: readonly string[], max: number): string[] {
  const words = [...new Set(texts.flatMap(wordsOf))];
  const beginnings = words.flatMap((word) => {
    const letters = [...word];
    return letters.slice(BEGINNING_MIN).map((_, index) => letters.slice(0, index + BEGINNING_MIN).join(''));
  });
  return [...new Set([...words, ...beginnings])].slice(0, max);
}
