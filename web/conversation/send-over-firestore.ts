import { afterMessage } from '@foyer/domain/after-message';
import { searchable } from '@foyer/domain/message-terms';
import { newTextMessage } from '@foyer/domain/new-message';
import { paths } from '@foyer/domain/paths';
import { arrayRemove, doc, getDocFromServer, increment, serverTimestamp, type WriteBatch, writeBatch } from 'firebase/firestore';
import type { Failure, Unsent } from './outbox.ts';
import type { Place } from './over-firestore.ts';

/**
 * Sends a manager's message: the message and its summary in one commit; the rules accept neither alone. `text` must be
 * normalised and valid. Offline, the commit waits for a connection, even across a reload. If the rules refuse an id as taken, it reads that
 * message and succeeds if the text is the same. Throws `FirestoreError`.
 */
export async function sendOverFirestore(place: Place, { messageId, text }: Unsent): Promise<void> {
  const batch = writeBatch(place.db);
  addReply(batch, place, { messageId, text });
  try {
    await batch.commit();
  } catch (cause) {
    const before = await getDocFromServer(messageAt(place, messageId)).catch(() => null);
    if (before?.get('text') !== text) throw cause;
  }
}

/** Sends a scheduled reply before its time, in one commit that also ends its schedule. Throws `FirestoreError`, also if it was sent meanwhile. */
export async function sendScheduledOverFirestore(place: Place, { messageId, text, replyTo }: Unsent & { replyTo?: string }): Promise<void> {
  const { db, managerId, conversationId } = place;
  const batch = writeBatch(db).delete(doc(db, paths.scheduledReply(managerId, conversationId, messageId)));
  addReply(batch, place, { messageId, text, replyTo }, { scheduled: arrayRemove(messageId) });
  await batch.commit();
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
