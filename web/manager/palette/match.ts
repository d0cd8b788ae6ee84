import { plainLetters } from '@foyer/domain/plain-letters';

/** How well a word of the query fits, best first. The whole text counts as a name, so its beginning is more than that of a later word. */
const START = 8;
const WORD = 6;
const INSIDE = 3;
const ABBREVIATED = 1;

/** One letter is at the start of too many words, in order. */
const ABBREVIATION_MIN = 2;

/** The words of what was typed, in plain letters. */
export function queryWords(query: string): string[] {
  return plainLetters(query).split(/\s+/).filter(Boolean);
}

/**
 * How well a text fits all words of a query: more is better, `null` if one of them isn't in it. A word is found at the beginning of a word,
 * inside it, or as an abbreviation of it: some of its letters in order, from its first one.
 */
export function matchScore(words: readonly string[], text: string): number | null {
  const plain = plainLetters(text).trim();
  const parts = plain.split(/[\s\p{P}]+/u).filter(Boolean);
  let sum = 0;
  for (const word of words) {
    const score = scoreOf(word, plain, parts);
    if (score === 0) return null;
    sum += score;
  }
  return sum;
}

function scoreOf(word: string, plain: string, parts: readonly string[]): number {
  if (plain.startsWith(word)) return START;
  if (parts.some((part) => part.startsWith(word))) return WORD;
  if (plain.includes(word)) return INSIDE;
  return word.length >= ABBREVIATION_MIN && parts.some((part) => abbreviates(word, part)) ? ABBREVIATED : 0;
}

function abbreviates(word: string, part: string): boolean {
  if (word[0] !== part[0]) return false;
  let from = 0;
  for (const letter of word) {
    const at = part.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}
