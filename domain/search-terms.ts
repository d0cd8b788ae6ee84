import { beginningOf } from './characters.ts';
import { plainLetters } from './plain-letters.ts';
import { normalForm } from './text.ts';

/** A longer word than these is no word that anybody types. In UTF-16 units. */
const TERM_MAX = 30;
/** One letter would be on every page. */
const BEGINNING_MIN = 2;

/**
 * The words of a text as they are searched for, in plain letters, each once, in their order.
 * Scripts without spaces are parted by the dictionary of `Intl.Segmenter`.
 */
export function wordsOf(text: string): string[] {
  const segments = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(normalForm(text, 'NFKC').toLowerCase())];
  const words = segments.filter(({ isWordLike }) => isWordLike).map(({ segment }) => plainLetters(segment));
  return [...new Set(words.map((word) => beginningOf(word, TERM_MAX)))].filter((word) => word !== '');
}

/**
 * At most `max` terms under which something is found by one look-up: the words of its texts, the first texts first, and with what room
 * is left the beginnings of these words, so that a name is found while it is being typed.
 */
export function searchTermsOf(texts: readonly string[], max: number): string[] {
  const words = [...new Set(texts.flatMap(wordsOf))];
  const beginnings = words.flatMap((word) => {
    const letters = [...word];
    return letters.slice(BEGINNING_MIN).map((_, index) => letters.slice(0, index + BEGINNING_MIN).join(''));
  });
  return [...new Set([...words, ...beginnings])].slice(0, max);
}
