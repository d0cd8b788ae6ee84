import {
  arrayRemove,
  arrayUnion,
  type DocumentData,
  doc,
  type FieldValue,
  type Firestore,
  serverTimestamp,
  writeBatch,
} from 'firebase/firestore';

/** The conversation's half of a commit that adds or removes a scheduled reply. */
export const listing = (scheduled: FieldValue): DocumentData => ({ scheduled, updatedAt: serverTimestamp() });

/** Schedules a reply: its document and the list of its conversation, in one commit. */
export function schedule(store: Firestore, path: string, data: DocumentData, change?: DocumentData): Promise<void> {
  const [conversation, id] = partsOf(path);
  return writeBatch(store)
    .set(doc(store, path), data)
    .update(doc(store, conversation), change ?? listing(arrayUnion(id)))
    .commit();
}

/** Removes one in the same way. */
export function unschedule(store: Firestore, path: string, change?: DocumentData): Promise<void> {
  const [conversation, id] = partsOf(path);
  return writeBatch(store)
    .delete(doc(store, path))
    .update(doc(store, conversation), change ?? listing(arrayRemove(id)))
    .commit();
}

function partsOf(path: string): [string, string] {
  const [conversation = '', id = ''] = path.split('/scheduled/');
  return [conversation, id];
}
