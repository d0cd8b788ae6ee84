import { NAME_MAX } from './limits.ts';
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
  version: 1;
  /** Orders and finds contacts: `nameKeyOf` the name. */
  nameKey: string;
  createdAt: T;
  updatedAt: T;
}

/** A name as contacts are ordered and found by: lower case, without accents, at most 60 UTF-16 units. */
export function nameKeyOf(name: string): string {
  return plainLetters(name).trim().slice(0, NAME_MAX);
}

/** The fields that the manager's browser stores with the time of the write. */
export function storedContact(contact: ContactFields) {
  return { version: 1 as const, ...contact, nameKey: nameKeyOf(contact.name) };
}
