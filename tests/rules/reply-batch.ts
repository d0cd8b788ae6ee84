import { newTextMessage } from '@foyer/domain/new-message';
import { MANAGER } from '@foyer/domain/participant';
import { type DocumentData, doc, type Firestore, increment, serverTimestamp, writeBatch } from 'firebase/firestore';
import { conversationPath } from './world.ts';

interface Write {
  path: string;
  data: DocumentData;
}

/** A manager's reply as one batch: the messages it creates and the summaries it updates. A valid one has one of each. */
export interface Reply {
  messages: Write[];
  summaries: Write[];
}

/** Text of this many UTF-16 units, two per symbol. */
export const emoji = (units: number): string => '🌿'.repeat(units / 2);

export function replyOf(id: string, changes: { message?: DocumentData; last?: DocumentData; summary?: DocumentData } = {}): Reply {
  return { messages: [messageHalf(id, changes.message)], summaries: [summaryHalf(id, changes.last, changes.summary)] };
}

export function messageHalf(id: string, changes: DocumentData = {}, conversation = conversationPath): Write {
  return {
    path: `${conversation}/messages/${id}`,
    data: { ...newTextMessage({ sender: MANAGER, text: 'Good morning' }, serverTimestamp()), ...changes },
  };
}

export function summaryHalf(id: string, last: DocumentData = {}, changes: DocumentData = {}, conversation = conversationPath): Write {
  return {
    path: conversation,
    data: {
      lastMessage: { id, sender: 'manager', preview: 'Good morning', at: serverTimestamp(), ...last },
      messageCount: increment(1),
      unread: 0,
      isUnread: false,
      status: 'open',
      snoozedUntil: null,
      tray: 'inbox',
      updatedAt: serverTimestamp(),
      ...changes,
    },
  };
}

export function sendReply(store: Firestore, reply: Reply): Promise<void> {
  const batch = writeBatch(store);
  for (const { path, data } of reply.messages) batch.set(doc(store, path), data);
  for (const { path, data } of reply.summaries) batch.update(doc(store, path), data);
  return batch.commit();
}
