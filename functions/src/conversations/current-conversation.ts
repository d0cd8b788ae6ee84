import { MANAGER } from '@foyer/domain/participant';
import { pushesAfter } from '@foyer/domain/reach';
import { type DocumentSnapshot, FieldValue } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { isAccepted, type StoredConversation } from '../db.ts';
import { Problem } from '../http/problem.ts';
import { AGAIN, retrying } from '../retrying.ts';
import type { OpenSession } from '../sessions/session-cookie.ts';
import { knownConversations } from './known-conversations.ts';
import { pushUpdate } from './push-update.ts';

export interface Current {
  conversation: StoredConversation;
  snapshot: DocumentSnapshot<StoredConversation>;
}

/** Whether a session still opens its conversation: it has the current epoch and was not ended individually. */
export function isSessionOpen(
  { epoch, endedSessions }: Pick<StoredConversation, 'epoch' | 'endedSessions'>,
  session: OpenSession,
): boolean {
  return epoch === session.epoch && !endedSessions.includes(session.sessionId);
}

/** Throws `conversation-deleted`, or `session-ended` if this browser was signed out. */
export async function currentConversation(cloud: Cloud, session: OpenSession): Promise<Current> {
  const snapshot = await (await cloud.tables()).conversation(session.managerId, session.conversationId).get();
  const conversation = snapshot.data();
  if (!conversation) throw new Problem('conversation-deleted');
  if (!isSessionOpen(conversation, session)) throw new Problem('session-ended');
  return { conversation, snapshot };
}

const RETRIES = { attempts: 6, jitterMs: 40 };

/**
 * Changes which sessions open a conversation; calls `change` again if someone else changed it since the read. Also writes
 * `presence/manager`, because rules end live reading only when a document with a listener changes, and removes the pushes of ended
 * sessions. `renewed` is the caller's session afterwards, if it goes on. Throws `session-ended`, `conversation-deleted` or `busy`.
 */
export async function changeSessions(
  cloud: Cloud,
  session: OpenSession,
  change: (conversation: StoredConversation) => Partial<Pick<StoredConversation, 'epoch' | 'endedSessions'>>,
  renewed?: OpenSession,
): Promise<void> {
  const { managerId, conversationId } = session;
  const table = await cloud.tables();
  await retrying(RETRIES, async () => {
    const { snapshot, conversation } = await currentConversation(cloud, session);
    // Read after the conversation: a push that is added in between changes the conversation, so the commit is refused.
    const { pushes = {} } = (await table.reach(managerId, conversationId).get()).data() ?? {};
    const changed = change(conversation);
    const now = FieldValue.serverTimestamp();
    const batch = table.batch();
    const expected = snapshot.updateTime ? { lastUpdateTime: snapshot.updateTime } : {};
    batch.update(snapshot.ref, { ...changed, updatedAt: now }, expected);
    const isEnded = (sessionId: string) => changed.epoch !== undefined || (changed.endedSessions?.includes(sessionId) ?? false);
    const moved = pushesAfter(pushes, isEnded, renewed && { from: session.sessionId, to: renewed.sessionId });
    if (Object.keys(moved).length > 0) batch.set(table.reach(managerId, conversationId), pushUpdate(moved), { merge: true });
    batch.set(table.presence(managerId, conversationId, MANAGER), { sessionsEndedAt: now }, { merge: true });
    return (await isAccepted(batch.commit())) || AGAIN;
  });
  knownConversations(cloud).forget(conversationId);
}

/** Throws `unknown-conversation`, also for another manager's conversation. */
export async function conversationOfManager(cloud: Cloud, managerId: string, conversationId: string): Promise<Current> {
  const snapshot = await (await cloud.tables()).conversation(managerId, conversationId).get();
  const conversation = snapshot.data();
  if (!conversation) throw new Problem('unknown-conversation');
  return { conversation, snapshot };
}
