import type { Context } from 'hono';
import { Problem } from '../http/problem.ts';
import type { Env } from '../http/route.ts';
import { findMoved } from '../managers/find-manager.ts';
import { formerManagerAt } from '../managers/former-manager.ts';
import { lookUp } from '../managers/look-up.ts';
import { refuseWhenClosed } from '../managers/open-pages.ts';
import { readSessions, type Session } from '../sessions/session-cookie.ts';
import { currentConversation } from './current-conversation.ts';

/**
 * This browser's session with the manager of a page. Throws `session-ended` where it has none, `unknown-slug` where there is no page, and
 * `conversation-deleted` where the page went together with the conversation, so that the browser knows what became of it.
 */
export async function sessionAt(context: Context<Env>, slug: string): Promise<Session> {
  const { cloud } = context.var;
  const sessions = readSessions(context);
  const sessionWith = (managerId: string | null) => sessions.find((session) => session.managerId === managerId);
  const found = (await lookUp(context, slug)) ?? (await findMoved(cloud, slug));
  if (found) {
    const session = sessionWith(found.managerId);
    if (!session) throw new Problem('session-ended', { isSessionMissing: true });
    return session;
  }
  const former = sessions.length === 0 ? undefined : sessionWith(await formerManagerAt(cloud, slug));
  if (former) {
    await currentConversation(cloud, former);
    await refuseWhenClosed(cloud, former.managerId);
  }
  throw new Problem('unknown-slug');
}
