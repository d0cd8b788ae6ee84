import { MANAGER } from '@foyer/domain/participant';
import { type DocumentSnapshot, FieldValue } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { isAccepted, type StoredConversation } from '../db.ts';
import { Problem } from '../http/problem.ts';
import { AGAIN, retrying } from '../retrying.ts';
import type { OpenSession } from '../sessions/session-cookie.ts';
import { knownConversations } from './known-conversations.ts';

/** A conversation as the store has it now. */
export interface Current {
  conversation: StoredConversation;
  snapshot: DocumentSnapshot<StoredConversation>;
}

/** Whether a session still opens its conversation: it has the present epoch, and was not ended by itself. */
export function isSessionOpen(
  { epoch, endedSessions }: Pick<StoredConversation, 'epoch' | 'endedSessions'>,
  session: OpenSession,
): boolean {
  return epoch === session.epoch && !endedSessions.includes(session.sessionId);
}

/** Reads the conversation of a session. Throws `conversation-deleted`, or `session-ended` when its browser was signed out. */
export async function currentConversation(cloud: Cloud, session: OpenSession): Promise<Current> {
  const snapshot = await (await cloud.tables()).conversation(session.managerId, session.conversationId).get();
  const conversation = snapshot.data();
  if (!conversation) throw new Problem('conversation-deleted');
  if (!isSessionOpen(conversation, session)) throw new Problem('session-ended');
  return { conversation, snapshot };
}

const RETRIES = { attempts: 6, jitterMs: 40 };

/**
 * Changes which sessions open a conversation, on the condition that nobody else has changed it meanwhile; `change` is asked again after each
 * such race. The touch of `presence/manager` ends the live reading of sessions that are over at once: rules are asked again only when a
 * document that somebody listens to changes. Throws `session-ended`, `conversation-deleted` or `busy`.
 */
export async function changeSessions(
  cloud: Cloud,
  session: OpenSession,
  change: (conversation: StoredConversation) => Partial<Pick<StoredConversation, 'epoch' | 'endedSessions'>>,
): Promise<void> {
  const { managerId, conversationId } = session;
  const table = await cloud.tables();
  await retrying(RETRIES, async () => {
    const { snapshot, conversation } = await currentConversation(cloud, session);
    const now = FieldValue.serverTimestamp();
    const batch = table.batch();
    const expected = snapshot.updateTime ? { lastUpdateTime: snapshot.updateTime } : {};
    batch.update(snapshot.ref, { ...change(conversation), updatedAt: now }, expected);
    batch.set(table.presence(managerId, conversationId, MANAGER), { sessionsEndedAt: now }, { merge: true });
    return (await isAccepted(batch.commit())) || AGAIN;
  });
  knownConversations(cloud).forget(conversationId);
}

/** Reads one of a manager's conversations. Throws `unknown-conversation`, also for what is another manager's. */
export async function conversationOfManager(cloud: Cloud, managerId: string, conversationId: string): Promise<Current> {
  const snapshot = await (await cloud.tables()).conversation(managerId, conversationId).get();
  const conversation = snapshot.data();
  if (!conversation) throw new Problem('unknown-conversation');
  return { conversation, snapshot };
}
