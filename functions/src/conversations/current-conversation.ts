import type { DocumentSnapshot } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { type StoredConversation, tables } from '../db.ts';
import { Problem } from '../http/problem.ts';
import type { Session } from '../sessions/session-cookie.ts';

/** A conversation as it was read just now. */
export interface Current {
  conversation: StoredConversation;
  snapshot: DocumentSnapshot<StoredConversation>;
}

/** Reads the conversation of a session. Throws `conversation-deleted`, or `session-ended` when its browser was signed out. */
export async function currentConversation(cloud: Cloud, session: Omit<Session, 'issuedAt'>): Promise<Current> {
  const snapshot = await tables(await cloud.firestore())
    .conversation(session.managerId, session.conversationId)
    .get();
  const conversation = snapshot.data();
  if (!conversation) throw new Problem('conversation-deleted');
  if (conversation.epoch !== session.epoch) throw new Problem('session-ended');
  return { conversation, snapshot };
}

/** Reads one of a manager's conversations. Throws `unknown-conversation`, also for what is another manager's. */
export async function conversationOfManager(cloud: Cloud, managerId: string, conversationId: string): Promise<Current> {
  const snapshot = await tables(await cloud.firestore())
    .conversation(managerId, conversationId)
    .get();
  const conversation = snapshot.data();
  if (!conversation) throw new Problem('unknown-conversation');
  return { conversation, snapshot };
}
