import { beginningOf } from './characters.ts';
import { CONTACT, NAME_MAX } from './limits.ts';
import { termsOf } from './message-terms.ts';
import { plainLetters } from './plain-letters.ts';

/** What a manager writes about a person. Lists have each entry once. */
export interface ContactFields {
  /** 1 to 60. */
  name: string;
  /** 0 to 4,000. */
  notes: string;
  /** The manager's own fields: a value for each label. */
  fields: Readonly<Record<string, string>>;
  emails: readonly string[];
  phones: readonly string[];
  /** The person's conversations, by id. */
  conversations: readonly string[];
}

/** A stored contact. `T` is the store's type of time. */
export interface ContactDocument<T> extends ContactFields {
  /** 1: without `terms`; the screen of contacts adds them. */
  version: 1 | 2;
  /** Orders contacts, and finds them by one or two letters: `nameKeyOf` the name. */
  nameKey: string;
  /** Finds contacts: `contactTermsOf`. */
  terms?: readonly string[];
  createdAt: T;
  updatedAt: T;
}

/** Labels of own fields that Firestore reserves. */
export const RESERVED_LABEL = /^__.*__$/;

/** A name as contacts are ordered by: lower case, without accents, at most 60 UTF-16 units. */
export function nameKeyOf(name: string): string {
  return beginningOf(plainLetters(name).trim(), NAME_MAX);
}

/** The terms of a contact's name and addresses, as for messages. */
export function contactTermsOf({ name, emails }: Pick<ContactFields, 'name' | 'emails'>): string[] {
  return termsOf([name, ...emails], CONTACT.terms);
}

/** The fields that the manager's browser stores with the time of the write. */
export function storedContact(contact: ContactFields) {
  return { version: 2 as const, ...contact, nameKey: nameKeyOf(contact.name), terms: contactTermsOf(contact) };
}
