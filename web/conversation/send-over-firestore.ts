import { afterMessage } from '@foyer/domain/after-message';
import { searchable } from '@foyer/domain/message-terms';
import { newTextMessage } from '@foyer/domain/new-message';
import { paths } from '@foyer/domain/paths';
import { doc, getDocFromServer, increment, serverTimestamp, type WriteBatch, writeBatch } from 'firebase/firestore';
import type { Failure, Unsent } from './outbox.ts';
import type { Place } from './over-firestore.ts';

/**
 * Sends a manager's message: the message and its summary in one commit; the rules accept neither alone. `text` must be
 * normalised and valid. Offline, the commit waits for a connection, even across a reload. If the rules refuse an id as taken, it reads that
 * message and succeeds if the text is the same. Throws `FirestoreError`.
 */
export async function sendOverFirestore({ db, managerId, conversationId, me }: Place, { messageId, text }: Unsent): Promise<void> {
  const now = serverTimestamp();
  const message = searchable(managerId, newTextMessage({ sender: me, text }, now));
  const stored = doc(db, paths.message(managerId, conversationId, messageId));
  const change = afterMessage({}, { id: messageId, message }, { now, oneMore: () => increment(1) });
  try {
    await writeBatch(db)
      .set(stored, message)
      .update(doc(db, paths.conversation(managerId, conversationId)), { ...change })
      .commit();
  } catch (cause) {
    const before = await getDocFromServer(stored).catch(() => null);
    if (before?.get('text') !== text) throw cause;
  }
}

/** The SDK itself waits for a connection, so any error it reports is a refusal of that one message. `why` explains it. */
export function firestoreFailure(why: string): Failure {
  return { outcome: 'skip', why, waitMs: 0 };
}

/** Tells the visitor's browsers about a block, in the commit that blocks or unblocks: they can't read the conversation document. */
export function tellOfBlock(batch: WriteBatch, { db, managerId, conversationId, me }: Place, isBlocked: boolean): void {
  batch.set(doc(db, paths.presence(managerId, conversationId, me)), { isBlocked }, { merge: true });
}
