import { erasureForm, type Form, forgetForm, newCodeForm } from '@foyer/domain/form';
import type { Hono } from 'hono';
import type { Cloud } from '../cloud.ts';
import { currentConversation } from '../conversations/current-conversation.ts';
import { endSessions } from '../conversations/end-sessions.ts';
import { eraseConversation } from '../conversations/erase-conversation.ts';
import { openConversation } from '../conversations/open-conversation.ts';
import { replaceCode } from '../conversations/replace-code.ts';
import { clearSiteData } from '../http/clear-site-data.ts';
import { networkOf } from '../http/network.ts';
import { Problem } from '../http/problem.ts';
import type { Env } from '../http/route.ts';
import { refuseWhenReadOnly } from '../limits/breaker.ts';
import { dropSessions, type Session } from '../sessions/session-cookie.ts';
import { formRoute } from './form-route.ts';
import { sessionHere } from './session-here.ts';

const pages = () => import('./form-pages.ts');

export const controlForms: readonly Form[] = [newCodeForm, forgetForm, erasureForm];

export function controlFormRoutes(app: Hono<Env>): void {
  formRoute(app, newCodeForm, async ({ body: { conversationId, code } }, context, found) => {
    const { cloud } = context.var;
    const session = sessionHere(context, found, conversationId);
    await refuseWhenReadOnly(cloud);
    await replaceCode(cloud, networkOf(context), session, code);
    return (await pages()).threadPage(context, found, await openConversation(cloud, session, found.manager), code);
  });

  formRoute(app, forgetForm, async (_, context, found) => {
    const { dropped, isLast } = dropSessions(context, found.managerId);
    await endSessions(context.var.cloud, dropped);
    if (isLast) clearSiteData(context, ['cache', 'cookies']);
    return (await pages()).gonePage(context, found, false);
  });

  formRoute(app, erasureForm, async ({ body: { conversationId } }, context, found) => {
    await erase(context.var.cloud, sessionHere(context, found, conversationId));
    dropSessions(context, found.managerId);
    return (await pages()).gonePage(context, found, true);
  });
}

/** Succeeds if the conversation is already deleted, by a second press or by the other side. */
async function erase(cloud: Cloud, session: Session): Promise<void> {
  try {
    await currentConversation(cloud, session);
    await refuseWhenReadOnly(cloud);
    await eraseConversation(cloud, session.managerId, session.conversationId, session);
  } catch (cause) {
    if (cause instanceof Problem && cause.code === 'conversation-deleted') return;
    throw cause;
  }
}
