import {
  deleteConversationEndpoint,
  openConversationEndpoint,
  replaceCodeEndpoint,
  signOutOthersEndpoint,
  startConversationEndpoint,
} from '@foyer/domain/conversation';
import { exportConversationEndpoint } from '@foyer/domain/export';
import { sendMessageEndpoint } from '@foyer/domain/message';
import { askedAbout } from '@foyer/domain/profile';
import { reportConversationEndpoint } from '@foyer/domain/report';
import type { Context, Hono } from 'hono';
import { languageOf } from '../http/language.ts';
import { networkOf } from '../http/network.ts';
import { Problem } from '../http/problem.ts';
import { type Env, route } from '../http/route.ts';
import { hasIdToken, signedInManager } from '../http/signed-in-manager.ts';
import { refuseWhenReadOnly } from '../limits/breaker.ts';
import { managerAt } from '../managers/find-manager.ts';
import { dropSessions, keepSession, readSessions, renewSession, sessionOf } from '../sessions/session-cookie.ts';
import { type Current, conversationOfManager, currentConversation } from './current-conversation.ts';
import { eraseConversation } from './erase-conversation.ts';
import { exportConversation } from './export-conversation.ts';
import { openConversation } from './open-conversation.ts';
import { replaceCode } from './replace-code.ts';
import { reportConversation } from './report-conversation.ts';
import { sendMessage } from './send-message.ts';
import { signOutOthers } from './sign-out-others.ts';
import { startConversation } from './start-conversation.ts';

export const conversationEndpoints = [
  startConversationEndpoint,
  openConversationEndpoint,
  sendMessageEndpoint,
  replaceCodeEndpoint,
  signOutOthersEndpoint,
  exportConversationEndpoint,
  deleteConversationEndpoint,
  reportConversationEndpoint,
];

export function conversationRoutes(app: Hono<Env>): void {
  route(app, startConversationEndpoint, async ({ body }, context) => {
    const { cloud } = context.var;
    const found = await managerAt(cloud, body.slug);
    const { managerId, manager } = found;
    const first = { ...body, section: askedAbout(manager.profile, body.section), locale: languageOf(context) };
    const { epoch, opened } = await startConversation(cloud, found, networkOf(context), first);
    keepSession(context, { managerId, conversationId: opened.conversation.id, epoch });
    return opened;
  });

  route(app, openConversationEndpoint, async ({ query }, context) => {
    const { cloud } = context.var;
    const { managerId } = await managerAt(cloud, query.slug);
    const session = readSessions(context).find((candidate) => candidate.managerId === managerId);
    if (!session) throw new Problem('session-ended', { isSessionMissing: true });
    cloud.door.admitOpen(session.conversationId, cloud.now());
    const opened = await openConversation(cloud, session);
    renewSession(context, session);
    return opened;
  });

  route(app, sendMessageEndpoint, async ({ params, body }, context) => {
    const session = sessionOf(context, params.conversationId);
    await refuseWhenReadOnly(context.var.cloud);
    return sendMessage(context.var.cloud, session, body);
  });

  route(app, replaceCodeEndpoint, async ({ params, body }, context) => {
    const session = sessionOf(context, params.conversationId);
    await refuseWhenReadOnly(context.var.cloud);
    await replaceCode(context.var.cloud, networkOf(context), session, body.code);
    return null;
  });

  route(app, signOutOthersEndpoint, async ({ params }, context) => {
    const session = sessionOf(context, params.conversationId);
    await refuseWhenReadOnly(context.var.cloud);
    const renewed = await signOutOthers(context.var.cloud, session);
    keepSession(context, renewed);
    return openConversation(context.var.cloud, renewed);
  });

  route(app, exportConversationEndpoint, async ({ params: { conversationId }, query }, context) => {
    const { cloud } = context.var;
    const { managerId, conversation } = await either(context, conversationId);
    cloud.door.admitExport(conversationId, cloud.now());
    const exported = await exportConversation(cloud, managerId, conversationId, conversation);
    context.header('content-disposition', `attachment; filename="conversation.${query.format}"`);
    return query.format === 'json' ? exported : context.html((await import('./export-page.tsx')).exportPage(exported));
  });

  route(app, deleteConversationEndpoint, async ({ params: { conversationId } }, context) => {
    const { cloud } = context.var;
    const { managerId, isVisitor } = await either(context, conversationId);
    await refuseWhenReadOnly(cloud);
    await eraseConversation(cloud, managerId, conversationId);
    if (isVisitor) dropSessions(context, managerId);
    return null;
  });

  route(app, reportConversationEndpoint, async ({ params, body }, context) => {
    const { uid } = await signedInManager(context);
    await refuseWhenReadOnly(context.var.cloud);
    await reportConversation(context.var.cloud, uid, params.conversationId, body);
    return null;
  });
}

/** Who asks with an ID token is the manager, anybody else the visitor with the cookie: a conversation that is open to neither is to nobody. */
async function either(context: Context<Env>, conversationId: string): Promise<Current & { managerId: string; isVisitor: boolean }> {
  const { cloud } = context.var;
  if (hasIdToken(context)) {
    const { uid: managerId } = await signedInManager(context);
    return { ...(await conversationOfManager(cloud, managerId, conversationId)), managerId, isVisitor: false };
  }
  const session = sessionOf(context, conversationId);
  return { ...(await currentConversation(cloud, session)), managerId: session.managerId, isVisitor: true };
}
