import { type ContactFields, nameKeyOf, storedContact } from '@foyer/domain/contact';
import { paths } from '@foyer/domain/paths';
import { doc, serverTimestamp, Timestamp, type WriteBatch, writeBatch } from 'firebase/firestore';
import { storedChange } from '../conversations/standing.ts';
import type { Store } from '../firebase/store.ts';
import { type Contact, fieldsOf } from './contact.ts';

/** One write of a commit. */
export type Write =
  /** Stores a whole contact: a new one, or one from before. */
  | { put: Contact; isNew?: boolean }
  | { change: string; to: Partial<ContactFields> }
  | { remove: string }
  /** The name of a conversation's visitor. */
  | { alias: string; of: string };

/**
 * Stores changes in one commit; offline, it waits. Throws `FirestoreError` if it is refused. A conversation that was deleted meanwhile would
 * refuse all of it, so then the names of conversations are written one by one.
 */
export async function commitWrites(store: Store, writes: readonly Write[]): Promise<void> {
  try {
    await commit(store, writes);
  } catch (cause) {
    const own = writes.filter((write) => !('alias' in write));
    if (own.length === writes.length) throw cause;
    if (own.length > 0) await commit(store, own);
    for (const write of writes) if ('alias' in write) commit(store, [write]).catch(() => {});
  }
}

async function commit(store: Store, writes: readonly Write[]): Promise<void> {
  const batch = writeBatch(store.db);
  for (const write of writes) add(batch, store, write);
  await batch.commit();
}

function add(batch: WriteBatch, { db, managerId }: Store, write: Write): void {
  const updatedAt = serverTimestamp();
  if ('put' in write) {
    const createdAt = write.isNew ? serverTimestamp() : Timestamp.fromMillis(write.put.createdAtMs);
    batch.set(doc(db, paths.contact(managerId, write.put.id)), { ...storedContact(fieldsOf(write.put)), createdAt, updatedAt });
  } else if ('change' in write) {
    const { name } = write.to;
    const key = name === undefined ? {} : { nameKey: nameKeyOf(name) };
    batch.update(doc(db, paths.contact(managerId, write.change)), { ...write.to, ...key, updatedAt });
  } else if ('remove' in write) batch.delete(doc(db, paths.contact(managerId, write.remove)));
  else batch.update(doc(db, paths.conversation(managerId, write.of)), { ...storedChange({ alias: write.alias }), updatedAt });
}
