import type { LastMessage, Status, Tray } from '@foyer/domain/conversation';
import { PREVIEW_MAX } from '@foyer/domain/limits';
import type { MessageDocument } from '@foyer/domain/message';
import { paths } from '@foyer/domain/paths';
import { previewOf } from '@foyer/domain/text';
import { doc, type FieldValue, type Firestore, increment, serverTimestamp, Timestamp, updateDoc, writeBatch } from 'firebase/firestore';

/** Where a manager's conversations are. */
export interface Store {
  db: Firestore;
  managerId: string;
}

export interface StatusChange {
  status: Status;
  /** Of a snoozed conversation, in ms since 1970. */
  snoozedUntilMs: number | null;
}

/** What a manager decides about a conversation. What is not named stays as it is. */
export type Change = (StatusChange | { status?: never; snoozedUntilMs?: never }) & { tray?: Tray; isBlocked?: boolean };

/** Closes, snoozes, moves, blocks, and the ways back. Resolves when the server has it, which can be long after; throws `FirestoreError`. */
export async function changeConversation({ db, managerId }: Store, conversationId: string, change: Change): Promise<void> {
  const { status, snoozedUntilMs, tray, isBlocked } = change;
  await updateDoc(doc(db, paths.conversation(managerId, conversationId)), {
    ...(status === undefined ? {} : { status, snoozedUntil: status === 'snoozed' ? Timestamp.fromMillis(snoozedUntilMs ?? 0) : null }),
    ...(tray === undefined ? {} : { tray }),
    ...(isBlocked === undefined ? {} : { blockedAt: isBlocked ? serverTimestamp() : null }),
    updatedAt: serverTimestamp(),
  });
}

/** The manager has seen all there is. Throws `FirestoreError`. */
export async function markRead({ db, managerId }: Store, conversationId: string): Promise<void> {
  await updateDoc(doc(db, paths.conversation(managerId, conversationId)), { unread: 0, updatedAt: serverTimestamp() });
}

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
