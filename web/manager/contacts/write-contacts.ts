import { type ContactFields, contactTermsOf, storedContact } from '@foyer/domain/contact';
import { paths } from '@foyer/domain/paths';
import { doc, FieldPath, serverTimestamp, Timestamp, type WriteBatch, writeBatch } from 'firebase/firestore';
import { storedChange } from '../conversations/conversation-state.ts';
import type { Store } from '../firebase/store.ts';
import { changedFields } from './changed-fields.ts';
import { type Contact, fieldsOf } from './contact.ts';

/** One write of a commit. */
export type Write =
  /** Stores a whole contact: a new one, or one from before. */
  | { put: Contact; isNew?: boolean }
  /** `change` is the contact before. */
  | { change: Contact; to: Partial<ContactFields> }
  | { addTermsTo: Contact }
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
    const changes = changedFields(write.change, { ...write.change, ...write.to });
    batch.update(
      doc(db, paths.contact(managerId, write.change.id)),
      'updatedAt',
      updatedAt,
      ...changes.flatMap(([path, value]) => [new FieldPath(...path), value]),
    );
  } else if ('addTermsTo' in write) {
    const terms = contactTermsOf(write.addTermsTo);
    batch.update(doc(db, paths.contact(managerId, write.addTermsTo.id)), { version: 2, terms, updatedAt });
  } else if ('remove' in write) batch.delete(doc(db, paths.contact(managerId, write.remove)));
  else batch.update(doc(db, paths.conversation(managerId, write.of)), { ...storedChange({ alias: write.alias }), updatedAt });
}
