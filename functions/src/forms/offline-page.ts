import { isOffline } from '@foyer/domain/page-state';
import type { Context } from 'hono';
import type { Env } from '../http/route.ts';
import type { FoundManager } from '../managers/find-manager.ts';
import { formerManagerAt } from '../managers/former-manager.ts';
import { readSessions } from '../sessions/session-cookie.ts';

/**
 * The page at `slug` if it is offline and this browser has a conversation there, which then stays on these pages. Everyone else gets
 * `null`, as for an unknown address. Reads only for a browser with a session.
 */
export async function offlinePage(context: Context<Env>, slug: string): Promise<FoundManager | null> {
  const sessions = readSessions(context);
  if (sessions.length === 0) return null;
  const { cloud } = context.var;
  const managerId = await formerManagerAt(cloud, slug);
  if (managerId === null || !sessions.some((session) => session.managerId === managerId)) return null;
  const manager = (await (await cloud.tables()).manager(managerId).get()).data();
  return manager && isOffline(manager) ? { managerId, manager, version: '' } : null;
}
