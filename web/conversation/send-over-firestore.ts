import { afterMessage } from '@foyer/domain/after-message';
import { searchable } from '@foyer/domain/message-terms';
import { newTextMessage } from '@foyer/domain/new-message';
import { paths } from '@foyer/domain/paths';
import {
  arrayRemove,
  type DocumentReference,
  doc,
  getDocFromServer,
  increment,
  serverTimestamp,
  type WriteBatch,
  writeBatch,
} from 'firebase/firestore';
import type { Failure, Unsent } from './outbox.ts';
import type { Place } from './over-firestore.ts';

/**
 * Sends a manager's message: the message and its summary in one commit; the rules accept neither alone. `text` must be
 * normalised and valid. Offline, the commit waits for a connection, even across a reload. Throws `FirestoreError`.
 */
export async function sendOverFirestore(place: Place, { messageId, text }: Unsent): Promise<void> {
  const batch = writeBatch(place.db);
  addReply(batch, place, { messageId, text });
  await unlessStored(batch.commit(), messageAt(place, messageId), text);
}

/**
 * Sends a scheduled reply before its time, in one commit that also ends its schedule. Throws `FirestoreError`, also if it was deleted or
 * another text was sent meanwhile.
 */
export async function sendScheduledOverFirestore(place: Place, { messageId, text, replyTo }: Unsent & { replyTo?: string }): Promise<void> {
  const { db, managerId, conversationId } = place;
  const batch = writeBatch(db).delete(doc(db, paths.scheduledReply(managerId, conversationId, messageId)));
  addReply(batch, place, { messageId, text, replyTo }, { scheduled: arrayRemove(messageId) });
  await unlessStored(batch.commit(), messageAt(place, messageId), text);
}

/** Succeeds if a new document is refused because it is stored already: the SDK repeats a write if its answer is lost. */
export async function unlessStored(writing: Promise<void>, at: DocumentReference, text: string): Promise<void> {
  try {
    await writing;
  } catch (cause) {
    const stored = await getDocFromServer(at).catch(() => null);
    if (stored?.get('text') !== text) throw cause;
  }
}

function addReply(
  batch: WriteBatch,
  place: Place,
  { messageId, text, replyTo }: Unsent & { replyTo?: string | undefined },
  more: Record<string, unknown> = {},
): void {
  const now = serverTimestamp();
  const message = searchable(place.managerId, newTextMessage({ sender: place.me, text, replyTo }, now));
  const change = afterMessage({}, { id: messageId, message }, { now, oneMore: () => increment(1) });
  batch.set(messageAt(place, messageId), message);
  batch.update(doc(place.db, paths.conversation(place.managerId, place.conversationId)), { ...change, ...more });
}

function messageAt({ db, managerId, conversationId }: Place, messageId: string) {
  return doc(db, paths.message(managerId, conversationId, messageId));
}

/** The SDK itself waits for a connection, so any error it reports is a refusal of that one message. `why` explains it. */
export function firestoreFailure(why: string): Failure {
  return { outcome: 'skip', why, waitMs: 0 };
}

/** Tells the visitor's browsers about a block, in the commit that blocks or unblocks: they can't read the conversation document. */
export function tellOfBlock(batch: WriteBatch, { db, managerId, conversationId, me }: Place, isBlocked: boolean): void {
  batch.set(doc(db, paths.presence(managerId, conversationId, me)), { isBlocked }, { merge: true });
}
