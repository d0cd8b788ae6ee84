import { isOffline } from '@foyer/domain/page-state';
import type { Context } from 'hono';
import type { StoredManager } from '../db.ts';
import { Problem } from '../http/problem.ts';
import type { Env } from '../http/route.ts';
import { findMoved } from '../managers/find-manager.ts';
import { formerManagerAt } from '../managers/former-manager.ts';
import { lookUp } from '../managers/look-up.ts';
import { ownerOf } from '../managers/open-pages.ts';
import { readSessions, type Session } from '../sessions/session-cookie.ts';
import { currentConversation } from './current-conversation.ts';

export interface SessionAt {
  session: Session;
  page: StoredManager;
}

/**
 * The browser's session with the manager at `slug`, even if the page is offline. Throws `session-ended` without a session, `unknown-slug`
 * without a page, `conversation-deleted` if both are gone.
 */
export async function sessionAt(context: Context<Env>, slug: string): Promise<SessionAt> {
  const { cloud } = context.var;
  const sessions = readSessions(context);
  const sessionWith = (managerId: string | null) => sessions.find((session) => session.managerId === managerId);
  const found = (await lookUp(context, slug)) ?? (await findMoved(cloud, slug));
  if (found) {
    const session = sessionWith(found.managerId);
    if (!session) throw new Problem('session-ended', { isSessionMissing: true });
    return { session, page: found.manager };
  }
  const former = sessions.length === 0 ? undefined : sessionWith(await formerManagerAt(cloud, slug));
  if (former) {
    await currentConversation(cloud, former);
    const page = await ownerOf(cloud, former.managerId);
    if (isOffline(page)) return { session: former, page };
  }
  throw new Problem('unknown-slug');
}
