import {
  deleteConversationEndpoint,
  openConversationEndpoint,
  replaceCodeEndpoint,
  signOutOthersEndpoint,
  startConversationEndpoint,
} from '@foyer/domain/conversation';
import type { Endpoint } from '@foyer/domain/endpoint';
import { exportConversationEndpoint } from '@foyer/domain/export';
import { sendMessageEndpoint } from '@foyer/domain/message';
import { askedAbout } from '@foyer/domain/profile';
import { reportConversationEndpoint } from '@foyer/domain/report';
import { changeVisitorEndpoint } from '@foyer/domain/visitor';
import { subscribeToRepliesEndpoint, unsubscribeFromRepliesEndpoint } from '@foyer/domain/visitor-push';
import type { Context, Hono } from 'hono';
import { asStream } from '../http/as-stream.ts';
import { languageOf } from '../http/language.ts';
import { networkOf } from '../http/network.ts';
import { type Env, route } from '../http/route.ts';
import { hasIdToken, signedInManager } from '../http/signed-in-manager.ts';
import { refuseWhenReadOnly } from '../limits/breaker.ts';
import { managerAt } from '../managers/find-manager.ts';
import { ownerOf } from '../managers/open-pages.ts';
import { dropSessions, keepSession, type OpenSession, renewSession, sessionOf } from '../sessions/session-cookie.ts';
import { changeVisitor } from './change-visitor.ts';
import { type Current, conversationOfManager, currentConversation } from './current-conversation.ts';
import { eraseConversation } from './erase-conversation.ts';
import { exportConversation, exportJson } from './export-conversation.ts';
import { openConversation } from './open-conversation.ts';
import { replaceCode } from './replace-code.ts';
import { reportConversation } from './report-conversation.ts';
import { sendMessage } from './send-message.ts';
import { sessionAt } from './session-at.ts';
import { signOutOthers } from './sign-out-others.ts';
import { startConversation } from './start-conversation.ts';
import { subscribeToReplies, unsubscribeFromReplies } from './visitor-pushes.ts';

export const conversationEndpoints = [
  startConversationEndpoint,
  openConversationEndpoint,
  sendMessageEndpoint,
  changeVisitorEndpoint,
  replaceCodeEndpoint,
  signOutOthersEndpoint,
  subscribeToRepliesEndpoint,
  unsubscribeFromRepliesEndpoint,
  exportConversationEndpoint,
  deleteConversationEndpoint,
  reportConversationEndpoint,
];

export function conversationRoutes(app: Hono<Env>): void {
  route(app, startConversationEndpoint, async ({ body }, context) => {
    const { cloud } = context.var;
    const found = await managerAt(cloud, body.slug);
    const first = { ...body, section: askedAbout(found.manager.profile, body.section), locale: languageOf(context) };
    const { session, opened } = await startConversation(cloud, found, networkOf(context), first);
    keepSession(context, session);
    return opened;
  });

  route(app, openConversationEndpoint, async ({ query }, context) => {
    const { cloud } = context.var;
    const { session, page } = await sessionAt(context, query.slug);
    cloud.door.admitOpen(session.conversationId, cloud.now());
    const opened = await openConversation(cloud, session, page);
    renewSession(context, session);
    return opened;
  });

  route(app, sendMessageEndpoint, async ({ params, body }, context) => {
    const session = sessionOf(context, params.conversationId);
    await refuseWhenReadOnly(context.var.cloud);
    return sendMessage(context.var.cloud, session, body);
  });

  route(app, changeVisitorEndpoint, async ({ params, body }, context) => {
    const session = sessionOf(context, params.conversationId);
    await refuseWhenReadOnly(context.var.cloud);
    return changeVisitor(context.var.cloud, session, body);
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
    return openConversation(context.var.cloud, renewed, await ownerOf(context.var.cloud, renewed.managerId));
  });

  route(app, subscribeToRepliesEndpoint, async ({ params, body }, context) => {
    const session = sessionOf(context, params.conversationId);
    await refuseWhenReadOnly(context.var.cloud);
    return subscribeToReplies(context.var.cloud, session, params.pushId, body);
  });

  route(app, unsubscribeFromRepliesEndpoint, async ({ params }, context) => {
    const session = sessionOf(context, params.conversationId);
    await refuseWhenReadOnly(context.var.cloud);
    await unsubscribeFromReplies(context.var.cloud, session, params.pushId);
    return null;
  });

  route(app, exportConversationEndpoint, async ({ params: { conversationId }, query }, context) => {
    const { cloud } = context.var;
    const { managerId, session, conversation } = await either(context, exportConversationEndpoint, conversationId);
    cloud.door.admitExport(conversationId, cloud.now());
    const exported = await exportConversation(cloud, { managerId, conversationId, session }, conversation);
    const parts =
      query.format === 'json'
        ? exportJson(exported)
        : (await import('./export-page.tsx')).exportPage({ ...exported, language: query.language ?? exported.language });
    return context.body(asStream(parts, context), 200, {
      'content-type': `${query.format === 'json' ? 'application/json' : 'text/html'}; charset=utf-8`,
      'content-disposition': `attachment; filename="conversation.${query.format}"`,
    });
  });

  route(app, deleteConversationEndpoint, async ({ params: { conversationId } }, context) => {
    const { cloud } = context.var;
    const { managerId, session } = await either(context, deleteConversationEndpoint, conversationId);
    await refuseWhenReadOnly(cloud);
    await eraseConversation(cloud, managerId, conversationId, session);
    if (session) dropSessions(context, managerId);
    return null;
  });

  route(app, reportConversationEndpoint, async ({ params, body }, context, { uid }) => {
    await refuseWhenReadOnly(context.var.cloud);
    await reportConversation(context.var.cloud, uid, params.conversationId, body);
    return null;
  });
}

/** A caller with an ID token must be the manager; any other caller needs the visitor's cookie, and `session` is theirs. */
async function either(
  context: Context<Env>,
  contract: Endpoint,
  conversationId: string,
): Promise<Current & { managerId: string; session?: OpenSession }> {
  const { cloud } = context.var;
  if (hasIdToken(context)) {
    const { uid: managerId } = await signedInManager(context, contract);
    return { ...(await conversationOfManager(cloud, managerId, conversationId)), managerId };
  }
  const session = sessionOf(context, conversationId);
  return { ...(await currentConversation(cloud, session)), managerId: session.managerId, session };
}
