import type { Cloud } from '../cloud.ts';
import { newSessionId, type OpenSession } from '../sessions/session-cookie.ts';
import { changeSessions } from './current-conversation.ts';

/**
 * Raises the epoch, which ends all sessions and live readers, and gives the caller a new session, which keeps its push. Of two simultaneous callers, one signs
 * the other out. Throws `session-ended`, `conversation-deleted` or `busy`.
 */
export async function signOutOthers(cloud: Cloud, session: OpenSession): Promise<OpenSession> {
  const { managerId, conversationId } = session;
  const renewed = { managerId, conversationId, epoch: session.epoch + 1, sessionId: newSessionId() };
  await changeSessions(cloud, session, () => ({ epoch: renewed.epoch, endedSessions: [] }), renewed);
  return renewed;
}
