import { lookUpOf } from '@foyer/domain/message-terms';
import type { Need } from '@foyer/domain/search-query';

/** The term by which to look for these words: the one that looks rarest. A query of the store can have only one. */
export function rarestTerm(needs: readonly Need[]): string {
  const all = needs.flatMap(({ words, isOpen }) => words.map((word, index) => lookUpOf(word, isOpen && index === words.length - 1)));
  return all.toSorted((one, other) => other.rarity - one.rarity)[0]?.term ?? '';
}
