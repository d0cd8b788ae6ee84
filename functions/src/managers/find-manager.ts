import { isOpen } from '@foyer/domain/manager';
import { slugSkeleton } from '@foyer/domain/slug';
import { LRUCache } from 'lru-cache';
import type { Platform } from '../cloud.ts';
import { type StoredManager, tables } from '../db.ts';
import { Problem } from '../http/problem.ts';

export interface FoundManager {
  managerId: string;
  manager: StoredManager;
}

/** A page may show a profile this much later than it was changed; the CDN keeps it longer than that. */
const FRESH_MS = 30_000;
const caches = new WeakMap<Platform, LRUCache<string, FoundManager>>();

/**
 * The manager whose page is at `slug`, in one read or none, or `null`. Only finds are remembered: a new page is there at once. One that is
 * remembered in an older revision than `revision` is looked up again: a manager who has just published wants to see it.
 */
export async function findManager(platform: Platform, slug: string, revision = 0): Promise<FoundManager | null> {
  const cache = cacheOf(platform);
  const known = cache.get(slug);
  if (known && (known.manager.revision ?? 0) >= revision) return known;
  const manager = await readManager(platform, slug);
  if (manager) cache.set(slug, manager);
  return manager;
}

/** The same as it is stored at this moment, in one read. */
export async function readManager(platform: Platform, slug: string): Promise<FoundManager | null> {
  const found = await tables(await platform.firestore())
    .managers()
    .where('slug', '==', slug)
    .limit(1)
    .get();
  const [snapshot] = found.docs;
  return snapshot && isOpen(snapshot.data()) ? { managerId: snapshot.id, manager: snapshot.data() } : null;
}

/**
 * The manager whose page was at `slug` and is at another now, or `null`. Two reads more, for slugs that are nobody's page. Never
 * remembered: a page that moves back would send everybody in circles.
 */
export async function findMoved(platform: Platform, slug: string): Promise<FoundManager | null> {
  const table = tables(await platform.firestore());
  const place = (await table.slug(slugSkeleton(slug)).get()).data();
  const until = place?.slug === slug ? place.expireAt : place?.former?.[slug];
  if (!place || !until || until.toMillis() <= platform.now()) return null;
  const manager = (await table.manager(place.managerId).get()).data();
  return manager && isOpen(manager) ? { managerId: place.managerId, manager } : null;
}

/** The manager for a request that cannot go on without, also by a slug that they had before. Throws `unknown-slug`. */
export async function managerAt(platform: Platform, slug: string): Promise<FoundManager> {
  const found = (await findManager(platform, slug)) ?? (await findMoved(platform, slug));
  if (!found) throw new Problem('unknown-slug');
  return found;
}

function cacheOf(platform: Platform): LRUCache<string, FoundManager> {
  const cache = caches.get(platform) ?? new LRUCache({ max: 500, ttl: FRESH_MS });
  caches.set(platform, cache);
  return cache;
}
