import { isOpen } from '@foyer/domain/page-state';
import type { Rate } from '@foyer/domain/rate-limit';
import { slugSkeleton } from '@foyer/domain/slug';
import type { Timestamp } from '@google-cloud/firestore';
import { AgingCache } from '../aging-cache.ts';
import type { Platform } from '../cloud.ts';
import type { StoredManager } from '../db.ts';
import { Problem } from '../http/problem.ts';
import { Turns } from '../limits/turns.ts';
import { perInstance } from '../per-instance.ts';

export interface FoundManager {
  managerId: string;
  manager: StoredManager;
  version: string;
}

/** How old a served profile can be; the CDN keeps pages longer. */
const FRESH_MS = 30_000;
/** A profile can have 600 kB, and a string takes up to two bytes a letter. */
const FOUND_BYTES_MAX = 48_000_000;
/** Short, so a new page appears soon even for someone who tried too early. */
const ABSENT_MS = 5000;
/** Missing slugs. Strangers choose them, so a separate cache keeps them from evicting pages. */
const ABSENT_MAX = 5000;
/** Rereads of a cached page for a newer revision: forty while its manager publishes, then one a second. */
const AGAIN_RATE: Rate = { burst: 40, refillMs: 1000 };

interface Memory {
  found: AgingCache<FoundManager>;
  readAgain: Turns;
  nobodys: AgingCache<true>;
  notMoved: AgingCache<true>;
  asked: Map<string, Promise<FoundManager | null>>;
}
const memoryOf = perInstance<Platform, Memory>((platform) => ({
  found: new AgingCache<FoundManager>(platform, { weightMax: FOUND_BYTES_MAX, weigh: bytesOf, ttlMs: FRESH_MS }),
  readAgain: new Turns(2000),
  nobodys: new AgingCache<true>(platform, { max: ABSENT_MAX, ttlMs: ABSENT_MS }),
  notMoved: new AgingCache<true>(platform, { max: ABSENT_MAX, ttlMs: ABSENT_MS }),
  asked: new Map(),
}));

/**
 * One read, or none if cached. A cached page that is not `isNewEnough` is read again, at a limited rate: a manager who published wants to
 * see it, but no one can make every request cost a read.
 */
export async function findManager(
  platform: Platform,
  slug: string,
  isNewEnough: (manager: StoredManager) => boolean = () => true,
): Promise<FoundManager | null> {
  const memory = memoryOf(platform);
  const known = memory.found.get(slug);
  if (known && (isNewEnough(known.manager) || memory.readAgain.take([{ key: slug, rate: AGAIN_RATE }], platform.now()) > 0)) return known;
  if (!known && memory.nobodys.get(slug)) return null;
  return once(memory, `page ${slug}`, async () => {
    const manager = await readManager(platform, slug);
    if (manager) memory.found.set(slug, manager);
    else memory.found.delete(slug);
    if (!manager) memory.nobodys.set(slug, true);
    return manager;
  });
}

export function isRemembered(platform: Platform, slug: string): boolean {
  const { found, nobodys, notMoved } = memoryOf(platform);
  return found.get(slug) !== undefined || (nobodys.get(slug) === true && notMoved.get(slug) === true);
}

/** Reads the page again at the next request, here: other instances keep it for `FRESH_MS`. */
export function forgetFound(platform: Platform, slug: string): void {
  memoryOf(platform).found.delete(slug);
  forgetAbsence(platform, slug);
}

export function forgetAbsence(platform: Platform, slug: string): void {
  const { nobodys, notMoved } = memoryOf(platform);
  nobodys.delete(slug);
  notMoved.delete(slug);
}

/** The manager who moved away from `slug`: up to two more reads. Never cached: a page that moves back would redirect in circles. */
export async function findMoved(platform: Platform, slug: string): Promise<FoundManager | null> {
  const memory = memoryOf(platform);
  if (memory.notMoved.get(slug)) return null;
  return once(memory, `move ${slug}`, async () => {
    const moved = await readMoved(platform, slug);
    if (!moved) memory.notMoved.set(slug, true);
    return moved;
  });
}

/** Also by a former slug. Throws `unknown-slug`. */
export async function managerAt(platform: Platform, slug: string): Promise<FoundManager> {
  const found = (await findManager(platform, slug)) ?? (await findMoved(platform, slug));
  if (!found) throw new Problem('unknown-slug');
  return found;
}

async function readManager(platform: Platform, slug: string): Promise<FoundManager | null> {
  const found = await (await platform.tables()).managers().where('slug', '==', slug).limit(1).get();
  const [snapshot] = found.docs;
  const manager = snapshot?.data();
  return snapshot && manager && isOpen(manager) ? { managerId: snapshot.id, manager, version: versionOf(snapshot.updateTime) } : null;
}

async function readMoved(platform: Platform, slug: string): Promise<FoundManager | null> {
  const table = await platform.tables();
  const place = (await table.slug(slugSkeleton(slug)).get()).data();
  const until = place?.slug === slug ? place.expireAt : place?.former?.[slug];
  if (!place || !until || until.toMillis() <= platform.now()) return null;
  const snapshot = await table.manager(place.managerId).get();
  const manager = snapshot.data();
  return manager && isOpen(manager) && snapshot.updateTime
    ? { managerId: place.managerId, manager, version: versionOf(snapshot.updateTime) }
    : null;
}

function versionOf({ seconds, nanoseconds }: Timestamp): string {
  return `${seconds}.${nanoseconds}`;
}

async function once({ asked }: Memory, key: string, look: () => Promise<FoundManager | null>): Promise<FoundManager | null> {
  const before = asked.get(key);
  if (before) return before;
  const looking = look().finally(() => asked.delete(key));
  asked.set(key, looking);
  return looking;
}

function bytesOf({ manager }: FoundManager): number {
  return 2 * JSON.stringify(manager.profile).length + 1000;
}
