import { isOpen } from '@foyer/domain/manager';
import { LRUCache } from 'lru-cache';
import type { Platform } from '../cloud.ts';
import { Problem } from '../http/problem.ts';
import { perInstance } from '../per-instance.ts';

/** A conversation goes on this long after its page was closed. The account check runs once an hour, so an exact answer would gain nothing. */
const FRESH_MS = 5 * 60_000;
const cacheOf = perInstance<Platform, LRUCache<string, true>>(() => new LRUCache({ max: 5000, ttl: FRESH_MS }));

/** Remembers that a manager's page is open, so that the next messages cost no read. */
export function rememberOpen(platform: Platform, managerId: string): void {
  cacheOf(platform).set(managerId, true);
}

/** Forgets it: the page was closed here. */
export function forgetOpen(platform: Platform, managerId: string): void {
  cacheOf(platform).delete(managerId);
}

/**
 * For everything that a visitor adds to a conversation: one read in five minutes for each manager. Throws `unknown-slug` where the page is
 * closed, as for a page that never was, and `conversation-deleted` where its manager is gone for good.
 */
export async function refuseWhenClosed(platform: Platform, managerId: string): Promise<void> {
  if (cacheOf(platform).has(managerId)) return;
  const manager = (await (await platform.tables()).manager(managerId).get()).data();
  if (!manager || manager.closed?.reason === 'account-deleted') throw new Problem('conversation-deleted');
  if (!isOpen(manager)) throw new Problem('unknown-slug');
  rememberOpen(platform, managerId);
}
