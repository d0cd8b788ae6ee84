import { forgetEndpoint, resumeEndpoint } from '@foyer/domain/session';
import type { Hono } from 'hono';
import type { Cloud } from '../cloud.ts';
import { clearSiteData } from '../http/clear-site-data.ts';
import { networkOf } from '../http/network.ts';
import { Problem } from '../http/problem.ts';
import { type Env, route } from '../http/route.ts';
import { findManager, findMoved, managerAt } from '../managers/find-manager.ts';
import { formerManagerAt } from '../managers/former-manager.ts';
import { dropSessions, keepSession } from '../sessions/session-cookie.ts';
import { endSessions } from './end-sessions.ts';
import { resumeConversation } from './resume-conversation.ts';

export const sessionEndpoints = [resumeEndpoint, forgetEndpoint];

export function sessionRoutes(app: Hono<Env>): void {
  route(app, resumeEndpoint, async ({ body }, context) => {
    const { cloud } = context.var;
    const only = body.slug === undefined ? null : await managerAt(cloud, body.slug);
    const { session, opened, slug } = await resumeConversation(cloud, only, networkOf(context), body.code);
    keepSession(context, session);
    return { ...opened, slug };
  });

  route(app, forgetEndpoint, async ({ query }, context) => {
    const { cloud } = context.var;
    const managerId = query.slug === undefined ? null : await managerOf(cloud, query.slug);
    const { dropped, isLast } = dropSessions(context, managerId);
    await endSessions(cloud, dropped);
    if (isLast) clearSiteData(context, managerId === null ? ['cache', 'cookies', 'storage'] : ['cache', 'cookies']);
    return null;
  });
}

/** Also finds a page that is closed or gone, so the browser can forget it. */
async function managerOf(cloud: Cloud, slug: string): Promise<string> {
  const found = (await findManager(cloud, slug)) ?? (await findMoved(cloud, slug));
  const managerId = found?.managerId ?? (await formerManagerAt(cloud, slug));
  if (managerId === null) throw new Problem('unknown-slug');
  return managerId;
}
