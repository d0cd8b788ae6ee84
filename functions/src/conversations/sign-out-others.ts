import type { Cloud } from '../cloud.ts';
import { newSessionId, type OpenSession } from '../sessions/session-cookie.ts';
import { changeSessions } from './current-conversation.ts';

/**
 * Raises the conversation's epoch: every session and every live reader of the one before is refused from then on, but the caller gets a
 * new one. Of two who do it at once, one signs the other out. Throws `session-ended`, `conversation-deleted` or `busy`.
 */
export async function signOutOthers(cloud: Cloud, session: OpenSession): Promise<OpenSession> {
  const { managerId, conversationId } = session;
  const epoch = session.epoch + 1;
  await changeSessions(cloud, session, () => ({ epoch, endedSessions: [] }));
  return { managerId, conversationId, epoch, sessionId: newSessionId() };
}
