import { LIST_MAX } from '@foyer/domain/limits';
import { paths } from '@foyer/domain/paths';
import { collection, documentId, endAt, limit, orderBy, type Query, query, startAfter, startAt, where } from 'firebase/firestore';
import { type Found, type Hearing, readQuery } from '../../lib/live-query.ts';
import { relistening } from '../../lib/relistening.ts';
import type { Store } from '../firebase/store.ts';
import { type Contact, type StoredContact, toContact } from './contact.ts';
import type { ContactSearch } from './contact-search.ts';

/** How many contacts are read for an import, an export or a search for duplicates. Each is a read of the day's 50,000 in the free plan. */
export const CONTACTS_READ_MAX = 5000;

const TIME = 'createdAt';
const ORDER = 'nameKey';

/** A place in the list. */
export interface After {
  nameKey: string;
  id: string;
}

interface PageAsked {
  search: Pick<ContactSearch, 'term' | 'prefix'>;
  after: After | null;
  size: number;
}

function pageOf({ db, managerId }: Store, { search: { term, prefix }, after, size }: PageAsked): Query {
  const having = term === null ? [] : [where('terms', 'array-contains', term)];
  // The last character of the private use area, which no name has.
  const range = prefix === '' ? [] : [endAt(`${prefix}\uf8ff`)];
  const from = after ? [startAfter(after.nameKey, after.id)] : prefix === '' ? [] : [startAt(prefix)];
  const order = [orderBy(ORDER), orderBy(documentId())];
  return query(collection(db, paths.contacts(managerId)), ...having, ...order, ...from, ...range, limit(size));
}

const EVERYONE = { term: null, prefix: '' };

/** Follows a page of contacts, by name. Returns the function that stops it. */
export function followPage(store: Store, asked: PageAsked, { next, failed }: Hearing<Contact[]>): () => void {
  return relistening.query<StoredContact>(pageOf(store, asked), TIME, {
    next: (found, isFromServer) => next(found.map(toContact), isFromServer),
    failed,
  });
}

/** Reads a page of contacts once, from the server. Throws `FirestoreError`. */
export async function readPage(store: Store, asked: PageAsked): Promise<Contact[]> {
  return (await readQuery<StoredContact>(pageOf(store, asked), TIME)).map(toContact);
}

/** All contacts by name, at most `CONTACTS_READ_MAX`. Throws `FirestoreError`. */
export async function readContacts(store: Store): Promise<Contact[]> {
  const all: Contact[] = [];
  while (all.length < CONTACTS_READ_MAX) {
    const page = await readPage(store, { search: EVERYONE, after: all.at(-1) ?? null, size: LIST_MAX });
    all.push(...page);
    if (page.length < LIST_MAX) break;
  }
  return all;
}

/** Two devices that write about a conversation at the same moment make two contacts; the oldest one is shown everywhere. */
const FEW = 10;

function having({ db, managerId }: Store, conversationId: string): Query {
  return query(collection(db, paths.contacts(managerId)), where('conversations', 'array-contains', conversationId), limit(FEW));
}

function oldest(found: readonly Found<StoredContact>[]): Contact | null {
  return found.map(toContact).sort((a, b) => a.createdAtMs - b.createdAtMs)[0] ?? null;
}

/** Follows the contact that has a conversation; `null` if none has it. */
export function followContactOf(store: Store, conversationId: string, { next, failed }: Hearing<Contact | null>): () => void {
  return relistening.query<StoredContact>(having(store, conversationId), TIME, {
    next: (found, isFromServer) => next(oldest(found), isFromServer),
    failed,
  });
}

/** Reads that contact once, from the server. Throws `FirestoreError`. */
export async function readContactOf(store: Store, conversationId: string): Promise<Contact | null> {
  return oldest(await readQuery<StoredContact>(having(store, conversationId), TIME));
}

/** Follows a contact; `null` once it is deleted. */
export function followContact({ db, managerId }: Store, id: string, { next, failed }: Hearing<Contact | null>): () => void {
  return relistening.document<StoredContact>(db, paths.contact(managerId, id), {
    next: (data, isFromServer) => next(data && toContact({ id, data }), isFromServer),
    failed,
  });
}

/** Reads contacts from before they had terms, at most `LIST_MAX`. Throws `FirestoreError`. */
export async function readContactsBeforeTerms({ db, managerId }: Store): Promise<Contact[]> {
  const asked = query(collection(db, paths.contacts(managerId)), where('version', '==', 1), limit(LIST_MAX));
  return (await readQuery<StoredContact>(asked, TIME)).map(toContact);
}
