import { afterMessage } from '@foyer/domain/after-message';
import { newTextMessage } from '@foyer/domain/new-message';
import { paths } from '@foyer/domain/paths';
import { doc, getDocFromServer, increment, serverTimestamp, type WriteBatch, writeBatch } from 'firebase/firestore';
import type { Failure, Unsent } from './outbox.ts';
import type { Place } from './over-firestore.ts';

/**
 * Sends a manager's message: itself and what it changes of its conversation in one commit, each of which the rules prove with the other.
 * `text` is normalised and without fault. The commit waits for a connection where there is none, also over a reload. The rules refuse an
 * id that is taken: then the message is read, and the same text is what was sent before. Throws `FirestoreError`.
 */
export async function sendOverFirestore({ db, managerId, conversationId, me }: Place, { messageId, text }: Unsent): Promise<void> {
  const now = serverTimestamp();
  const message = newTextMessage({ sender: me, text }, now);
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

/** The SDK waits for a connection by itself, so what it reports is a refusal of that one message. */
export function firestoreFailure(): Failure {
  return { outcome: 'skip', why: 'This message was refused.', waitMs: 0 };
}

/** Tells the visitor's browsers of a block, in the commit that blocks or unblocks: they can't read the conversation itself. */
export function tellOfBlock(batch: WriteBatch, { db, managerId, conversationId, me }: Place, isBlocked: boolean): void {
  batch.set(doc(db, paths.presence(managerId, conversationId, me)), { isBlocked }, { merge: true });
}
