import { openConversationEndpoint, startConversationEndpoint } from '@foyer/domain/conversation';
import { sendMessageEndpoint } from '@foyer/domain/message';
import type { Hono } from 'hono';
import { Problem } from '../http/problem.ts';
import { type Env, route } from '../http/route.ts';
import { managerAt } from '../managers/find-manager.ts';
import { keepSession, readSessions, renewSession } from '../sessions/session-cookie.ts';
import { openConversation } from './open-conversation.ts';
import { sendMessage } from './send-message.ts';
import { startConversation } from './start-conversation.ts';

export const conversationEndpoints = [startConversationEndpoint, openConversationEndpoint, sendMessageEndpoint];

export function conversationRoutes(app: Hono<Env>): void {
  route(app, startConversationEndpoint, async ({ body }, context) => {
    const { cloud } = context.var;
    const { managerId } = await managerAt(cloud, body.slug);
    const locale = context.req.header('accept-language')?.split(/[,;]/)[0]?.trim() ?? '';
    const { epoch, opened } = await startConversation(cloud, managerId, { ...body, locale });
    keepSession(context, { managerId, conversationId: opened.conversation.id, epoch });
    return opened;
  });

  route(app, openConversationEndpoint, async ({ query }, context) => {
    const { cloud } = context.var;
    const { managerId } = await managerAt(cloud, query.slug);
    const session = readSessions(context).find((candidate) => candidate.managerId === managerId);
    if (!session) throw new Problem('session-ended');
    const opened = await openConversation(cloud, session);
    renewSession(context, session);
    return opened;
  });

  route(app, sendMessageEndpoint, async ({ params, body }, context) => {
    const session = readSessions(context).find((candidate) => candidate.conversationId === params.conversationId);
    if (!session) throw new Problem('session-ended');
    return sendMessage(context.var.cloud, session, body);
  });
}
