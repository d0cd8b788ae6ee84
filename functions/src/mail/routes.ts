import { isLanguage, type Language, nearestLanguage } from '@foyer/domain/language';
import { askForMailEndpoint, mailAlertsEndpoint, mailWayBackEndpoint, managerMailEndpoint, stopMailEndpoint } from '@foyer/domain/mail';
import type { Hono } from 'hono';
import type { Cloud } from '../cloud.ts';
import { currentConversation } from '../conversations/current-conversation.ts';
import { networkOf } from '../http/network.ts';
import { type Env, route } from '../http/route.ts';
import { refuseWhenReadOnly } from '../limits/breaker.ts';
import { sessionOf } from '../sessions/session-cookie.ts';
import { askForMail } from './ask-for-mail.ts';
import { mailAlerts, managerMail } from './mail-alerts.ts';
import { mailWayBack } from './mail-way-back.ts';
import { stopMail } from './stop-mail.ts';

export const mailEndpoints = [mailAlertsEndpoint, askForMailEndpoint, stopMailEndpoint, mailWayBackEndpoint, managerMailEndpoint];

export function mailRoutes(app: Hono<Env>): void {
  route(app, mailAlertsEndpoint, async ({ params }, context) => {
    const { cloud } = context.var;
    const session = sessionOf(context, params.conversationId);
    await currentConversation(cloud, session);
    return mailAlerts(cloud, session);
  });

  route(app, askForMailEndpoint, async ({ params, body }, context) => {
    const { cloud } = context.var;
    const session = sessionOf(context, params.conversationId);
    await refuseWhenReadOnly(cloud);
    const language = body.language ?? (await languageOfPage(cloud, session.managerId));
    return askForMail(cloud, session, networkOf(context), { address: body.address, language });
  });

  route(app, stopMailEndpoint, async ({ params }, context) => {
    const { cloud } = context.var;
    const session = sessionOf(context, params.conversationId);
    await currentConversation(cloud, session);
    await stopMail(cloud, session.managerId, session.conversationId);
    return null;
  });

  route(app, mailWayBackEndpoint, async ({ params, body }, context) => {
    const { cloud } = context.var;
    const session = sessionOf(context, params.conversationId);
    await refuseWhenReadOnly(cloud);
    await mailWayBack(cloud, session, networkOf(context), body.code);
    return null;
  });

  route(app, managerMailEndpoint, (_, context, { uid }) => managerMail(context.var.cloud, uid));
}

async function languageOfPage(cloud: Cloud, managerId: string): Promise<Language> {
  const manager = (await (await cloud.tables()).manager(managerId).get()).data();
  const tag = nearestLanguage([manager?.profile.language ?? '']);
  return isLanguage(tag) ? tag : 'en';
}
