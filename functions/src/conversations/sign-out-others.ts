import { FieldValue } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { isRefusedPrecondition } from '../db.ts';
import { Problem } from '../http/problem.ts';
import type { Session } from '../sessions/session-cookie.ts';
import { currentConversation } from './current-conversation.ts';
import { knownConversations } from './known-conversations.ts';

const ATTEMPTS = 6;
const JITTER_MS = 40;

/**
 * Raises the conversation's epoch: every session and every live reader of the one before is refused from then on, but the caller gets the
 * new one. Of two who do it at once, one signs the other out. Throws `session-ended`, `conversation-deleted` or `busy`.
 */
export async function signOutOthers(cloud: Cloud, session: Session): Promise<Omit<Session, 'issuedAt'>> {
  const { managerId, conversationId } = session;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, Math.random() * JITTER_MS * attempt));
    const { snapshot, conversation } = await currentConversation(cloud, session);
    const epoch = conversation.epoch + 1;
    try {
      await snapshot.ref.update(
        { epoch, updatedAt: FieldValue.serverTimestamp() },
        snapshot.updateTime ? { lastUpdateTime: snapshot.updateTime } : {},
      );
      knownConversations(cloud).forget(conversationId);
      return { managerId, conversationId, epoch };
    } catch (error) {
      if (!isRefusedPrecondition(error)) throw error;
    }
  }
  throw new Problem('busy', { retryAfterMs: 1000 });
}
