import { LIST_MAX, SLOT_LENGTH } from '@foyer/domain/limits';
import { paths } from '@foyer/domain/paths';
import { collection, deleteDoc, doc, documentId, limit, orderBy, query, setDoc } from 'firebase/firestore';
import { relistening } from '../../lib/relistening.ts';
import type { Store } from '../firebase/store.ts';

export interface CannedReply {
  id: string;
  title: string;
  text: string;
}

/** One listener with one page has them all, so no more can be added. */
export const CANNED_REPLIES_MAX = LIST_MAX;

/** Follows the canned replies. `replies` is `null` if they can't be loaded. Returns the function that stops it. */
export function followReplies({ db, managerId }: Store, hear: (replies: readonly CannedReply[] | null, isFromServer: boolean) => void) {
  const all = query(collection(db, paths.cannedReplies(managerId)), orderBy(documentId()), limit(LIST_MAX));
  return relistening.query<Omit<CannedReply, 'id'>>(all, 'title', {
    next: (found, isFromServer) =>
      hear(
        found.map(({ id, data }) => ({ id, title: data.title, text: data.text })),
        isFromServer,
      ),
    failed: () => hear(null, true),
  });
}

/** Stores a whole reply, also one that was deleted meanwhile. Offline, it waits. Throws `FirestoreError` if it is refused. */
export async function storeReply({ db, managerId }: Store, { id, title, text }: CannedReply): Promise<void> {
  await setDoc(doc(db, paths.cannedReplies(managerId), id), { title, text });
}

export async function removeReply({ db, managerId }: Store, id: string): Promise<void> {
  await deleteDoc(doc(db, paths.cannedReplies(managerId), id));
}

const SYMBOLS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** An id that isn't among these. Random, so that two devices hardly choose the same one. */
export function freeSlot(taken: readonly string[]): string {
  const slots = [...SYMBOLS].flatMap((first) => [...SYMBOLS].map((second) => first + second)).filter((slot) => !taken.includes(slot));
  const slot = slots[Math.floor(Math.random() * slots.length)];
  if (slot?.length !== SLOT_LENGTH) throw new RangeError('no id is free');
  return slot;
}
