import { isOffline, isOpen, type PageState, pauseAt } from '@foyer/domain/page-state';
import type { Timestamp } from '@google-cloud/firestore';
import { AgingCache } from '../aging-cache.ts';
import type { Platform } from '../cloud.ts';
import type { StoredManager } from '../db.ts';
import { Problem } from '../http/problem.ts';
import { perInstance } from '../per-instance.ts';

type State = PageState<Timestamp>;

/** A conversation outlives its page, and a pause, by this long. The account check runs once an hour, so a shorter time gains nothing. */
const FRESH_MS = 5 * 60_000;
const cacheOf = perInstance<Platform, AgingCache<State>>((platform) => new AgingCache(platform, { max: 5000, ttlMs: FRESH_MS }));

export function rememberOpen(platform: Platform, managerId: string, { pause }: State): void {
  cacheOf(platform).set(managerId, pause ? { pause } : {});
}

export function forgetOpen(platform: Platform, managerId: string): void {
  cacheOf(platform).delete(managerId);
}

/**
 * Call before a visitor adds anything: one read per five minutes and manager. Throws `page-offline`, `unknown-slug` if the page is closed,
 * as for a missing page, and `conversation-deleted` if its manager is gone for good.
 */
export async function refuseWhenClosed(platform: Platform, managerId: string): Promise<State> {
  const known = cacheOf(platform).get(managerId);
  if (known) return known;
  const manager = await ownerOf(platform, managerId);
  if (isOffline(manager)) throw new Problem('page-offline');
  if (!isOpen(manager)) throw new Problem('unknown-slug');
  rememberOpen(platform, managerId, manager);
  return manager;
}

/** The manager of a conversation, whether the page is open or not. One read. Throws `conversation-deleted` if they are gone for good. */
export async function ownerOf(platform: Platform, managerId: string): Promise<StoredManager> {
  const manager = (await (await platform.tables()).manager(managerId).get()).data();
  if (!manager || manager.closed?.reason === 'account-deleted') throw new Problem('conversation-deleted');
  return manager;
}

/** Throws `messages-paused`. */
export function refuseWhenPaused(page: State, nowMs: number): void {
  const pause = pauseAt(page, nowMs);
  if (pause) throw new Problem('messages-paused', { pause });
}
