import type { BoxWords } from '@foyer/words/compiled/types/box';
import type { CardsWords } from '@foyer/words/compiled/types/cards';
import type { ThreadWords } from '@foyer/words/compiled/types/thread';
import type { ProblemWords } from '../lib/problem-sentence.ts';

/**
 * The texts of a visitor's scripts. The island must react before any are loaded, so nothing here is awaited: each area is set before code
 * that reads it renders. `box` is set once the message box is open. `speak.ts` loads `thread` (always shown) and `cards` (shown on
 * request), with the sentences for failures.
 */
export let box: BoxWords;
export let thread: ThreadWords;
export let cards: CardsWords;
export let problemWords: ProblemWords;

export function setBox(words: BoxWords): void {
  box = words;
}

export function setThread(words: ThreadWords): void {
  thread = words;
}

export function setCards(words: CardsWords, problems: ProblemWords): void {
  cards = words;
  problemWords = problems;
}
