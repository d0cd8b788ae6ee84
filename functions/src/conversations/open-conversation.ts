import type { OpenConversation, VisitorConversation } from '@foyer/domain/conversation';
import { MESSAGES_PAGE } from '@foyer/domain/limits';
import { noticeOfPage, type PageState } from '@foyer/domain/page-state';
import type { Timestamp } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { type StoredConversation, toMessage } from '../db.ts';
import type { OpenSession } from '../sessions/session-cookie.ts';
import { visitorToken } from '../sessions/visitor-token.ts';
import { currentConversation } from './current-conversation.ts';

/** With the last 50 messages, oldest first. `page` is the manager's. Throws `session-ended` if this browser was signed out, or `conversation-deleted`. */
export async function openConversation(cloud: Cloud, session: OpenSession, page: PageState<Timestamp>): Promise<OpenConversation> {
  const { managerId, conversationId } = session;
  const { conversation } = await currentConversation(cloud, session);
  const table = await cloud.tables();
  const [last, token] = await Promise.all([
    table.messages(managerId, conversationId).orderBy('createdAt', 'desc').limit(MESSAGES_PAGE).get(),
    visitorToken(cloud, session),
  ]);
  return {
    conversation: { ...forVisitor(managerId, conversationId, conversation), ...noticeOfPage(page, cloud.now()) },
    messages: last.docs.map((found) => toMessage(found.id, found.data())).reverse(),
    token,
  };
}

export function forVisitor(managerId: string, id: string, conversation: StoredConversation): VisitorConversation {
  const { name, email } = conversation.visitor;
  return {
    id,
    managerId,
    isBlocked: conversation.blockedAt !== null,
    name,
    ...(email === undefined ? {} : { email }),
    messageCount: conversation.messageCount,
    createdAt: conversation.createdAt.toMillis(),
  };
}
