import { MESSAGE_TERMS_MAX, NAME_TERMS_MAX, TERM_MAX, TEXT_MAX } from './limits.ts';
import type { MessageDocument } from './message.ts';
import { type Word, wordsIn } from './search-words.ts';

/** Beginnings of words that are terms, in letters. */
const BEGINNINGS = [3, 5, 8] as const;
const HAN = /\p{sc=Han}/u;

/** A message with the terms under which its manager's search finds it, to be stored in the same write. */
export function searchable<T>(managerId: string, message: MessageDocument<T>): MessageDocument<T> {
  return { ...message, managerId, terms: termsOf([(message.text ?? '').slice(0, TEXT_MAX)], MESSAGE_TERMS_MAX) };
}

/** The terms of a conversation's texts: the visitor's name and the section, or the manager's own name for the visitor. */
export function nameTermsOf(...texts: (string | null)[]): string[] {
  return termsOf(
    texts.map((text) => text ?? ''),
    NAME_TERMS_MAX,
  );
}

/**
 * At most `max` different terms: first whole words, then each two neighbouring letters of a run, then beginnings of words with 3, 5 and 8
 * letters, then single Chinese characters.
 */
export function termsOf(texts: readonly string[], max: number): string[] {
  const all = texts.flatMap(wordsIn);
  const words = all.filter(({ isRun }) => !isRun).map(({ text }) => cut(text));
  const runs = all.filter(({ isRun }) => isRun).map(({ text }) => [...text]);
  const terms = new Set<string>();
  const add = (found: Iterable<string>) => {
    for (const term of found) {
      if (terms.size >= max) return;
      terms.add(term);
    }
  };
  add(words);
  for (const letters of runs) add(letters.length === 1 ? letters : pairsOf(letters));
  for (const count of BEGINNINGS) add(words.map((word) => beginning(word, count)).filter((found) => found !== null));
  for (const letters of runs) add(letters.filter((letter) => HAN.test(letter)));
  return [...terms];
}

/** The term that texts with this word have, and how rare it looks. `isOpen`: the word may be a beginning. */
export function lookUpOf({ text, isRun }: Word, isOpen: boolean): { term: string; rarity: number } {
  if (isRun) {
    const letters = [...text];
    const [pair = text] = [...pairsOf(letters)].sort((one, other) => hanIn(other) - hanIn(one));
    // Two Chinese characters are about as rare as a word of six letters, two of Kana or Thai as one of three.
    return { term: pair, rarity: letters.length === 1 ? 1 : 3 + 1.5 * hanIn(pair) };
  }
  const count = isOpen ? BEGINNINGS.findLast((one) => beginning(text, one) !== null) : undefined;
  const term = (count && beginning(text, count)) || cut(text);
  return { term, rarity: term.length + (count ? 0 : 0.5) };
}

function* pairsOf(letters: readonly string[]): Generator<string> {
  for (let index = 1; index < letters.length; index++) yield `${letters[index - 1]}${letters[index]}`;
}

function hanIn(letters: string): number {
  return [...letters].filter((letter) => HAN.test(letter)).length;
}

/** The first `count` letters of a word, or `null` if it has fewer. */
function beginning(word: string, count: number): string | null {
  const letters = [...word.slice(0, 2 * count)].slice(0, count);
  return letters.length < count ? null : letters.join('');
}

/** Not in the middle of a letter of two units. */
function cut(word: string): string {
  if (word.length <= TERM_MAX) return word;
  const end = /[\ud800-\udbff]/.test(word.charAt(TERM_MAX - 1)) ? TERM_MAX - 1 : TERM_MAX;
  return word.slice(0, end);
}
