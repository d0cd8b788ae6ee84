import type { LastMessage } from '@foyer/domain/conversation';
import { PREVIEW_MAX } from '@foyer/domain/limits';
import type { MessageDocument } from '@foyer/domain/message';
import { paths } from '@foyer/domain/paths';
import { previewOf } from '@foyer/domain/text';
import { doc, type FieldValue, increment, serverTimestamp, writeBatch } from 'firebase/firestore';
import type { Store } from '../firebase/store.ts';

/**
 * Replies: the message and its conversation's summary in one commit, each of which the security rules prove with the other. `text` is
 * normalised and without fault. It is on the screen at once, and waits for a connection where there is none. Throws `FirestoreError`.
 */
export async function sendReply({ db, managerId }: Store, conversationId: string, message: { id: string; text: string }): Promise<void> {
  const { id, text } = message;
  const now = serverTimestamp();
  const batch = writeBatch(db);
  const stored: MessageDocument<FieldValue> = { sender: 'manager', text, createdAt: now };
  const lastMessage: LastMessage<FieldValue> = { id, sender: 'manager', preview: previewOf(text, PREVIEW_MAX), at: now };
  batch.set(doc(db, paths.message(managerId, conversationId, id)), stored);
  batch.update(doc(db, paths.conversation(managerId, conversationId)), {
    lastMessage,
    messageCount: increment(1),
    unread: 0,
    status: 'open',
    snoozedUntil: null,
    tray: 'inbox',
    updatedAt: now,
  });
  await batch.commit();
}
