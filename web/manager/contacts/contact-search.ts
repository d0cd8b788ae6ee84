import { type ContactFields, nameKeyOf } from '@foyer/domain/contact';
import { lookUpOf } from '@foyer/domain/message-terms';
import { type Word, wordsIn } from '@foyer/domain/search-words';

/** How contacts are asked for, by what was typed. */
export interface ContactSearch {
  /** What a contact's terms must contain, or `null`: then its name must begin with `prefix`. */
  term: string | null;
  /** The beginning of a name's key; empty for all contacts. */
  prefix: string;
  /** The store is asked for one word only. */
  matches(contact: Pick<ContactFields, 'name' | 'emails'>): boolean;
}

/** Shorter beginnings are not among the terms. In letters. */
const BEGINNING_MIN = 3;

/** Finds contacts that have all typed words, or beginnings of words, in their name and addresses. One or two letters are the beginning of a name. */
export function contactSearch(typed: string): ContactSearch {
  const wanted = wordsIn(typed);
  const lookUps = wanted.filter(isLongEnough).map((word) => lookUpOf(word, true));
  const [rarest] = lookUps.toSorted((one, other) => other.rarity - one.rarity);
  if (!rarest) return { term: null, prefix: nameKeyOf(typed), matches: () => true };
  return {
    term: rarest.term,
    prefix: '',
    matches({ name, emails }) {
      const words = [name, ...emails].flatMap(wordsIn);
      return wanted.every((word) => words.some((other) => isPartOf(word, other)));
    },
  };
}

function isLongEnough({ text, isRun }: Word): boolean {
  return isRun || [...text].length >= BEGINNING_MIN;
}

function isPartOf({ text, isRun }: Word, other: Word): boolean {
  return isRun ? other.text.includes(text) : other.text.startsWith(text);
}
