import type { PushSubscription } from '@foyer/domain/device';
import type { Language } from '@foyer/domain/languages';
import { addedPush } from '@foyer/domain/reach';
import { FieldPath, FieldValue } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { isAccepted } from '../db.ts';
import { fieldError } from '../http/field-errors.ts';
import { Problem } from '../http/problem.ts';
import type { OpenSession, Session } from '../sessions/session-cookie.ts';
import { currentConversation } from './current-conversation.ts';
import { pushUpdate } from './push-update.ts';
import { writeAsVisitor } from './write-as-visitor.ts';

/**
 * Sends this browser a push for replies from now on. Its commit requires an unchanged conversation, like every end of a session, so no push
 * outlives its session. Throws `invalid-request` for an endpoint that is no browser's, or what `writeAsVisitor` throws.
 */
export async function subscribeToReplies(
  cloud: Cloud,
  session: OpenSession,
  pushId: string,
  { subscription, language }: { subscription: PushSubscription; language: Language },
): Promise<null> {
  if (!(await cloud.push())?.accepts(subscription))
    throw new Problem('invalid-request', { errors: [fieldError(['subscription', 'endpoint'], { code: 'not-allowed' })] });
  const { managerId, conversationId, sessionId } = session;
  return writeAsVisitor<null>(cloud, session, {
    async changes(table, batch) {
      const reach = table.reach(managerId, conversationId);
      const { pushes = {} } = (await reach.get()).data() ?? {};
      const changes = addedPush(pushes, pushId, { ...subscription, sessionId, language, askedAtMs: cloud.now() });
      batch.set(reach, pushUpdate(changes), { merge: true });
      return { updatedAt: FieldValue.serverTimestamp() };
    },
    written: () => null,
  });
}

/** Safe to repeat. Throws `session-ended` or `conversation-deleted`. */
export async function unsubscribeFromReplies(cloud: Cloud, session: Session, pushId: string): Promise<void> {
  await currentConversation(cloud, session);
  const reach = (await cloud.tables()).reach(session.managerId, session.conversationId);
  await isAccepted(reach.update(new FieldPath('pushes', pushId), FieldValue.delete()));
}
