import { isOpen } from '@foyer/domain/manager';
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
  /** Changes whenever the stored document does. */
  version: string;
}

/** A page may show a profile this much later than it was changed; the CDN keeps it longer than that. */
const FRESH_MS = 30_000;
/** A profile can have 600 kB, and a string takes up to two bytes a letter. */
const FOUND_BYTES_MAX = 48_000_000;
/** A slug that nobody has is looked up again after this long, so that a new page is there at once for anyone who was not too early. */
const ABSENT_MS = 5000;
/** Slugs that nobody has. They are strangers' words, so they have a memory apart and cannot push out a page. */
const ABSENT_MAX = 5000;
/** How often a page that is remembered is read again for a newer revision: forty times while its manager publishes, then once a second. */
const AGAIN_RATE: Rate = { burst: 40, refillMs: 1000 };

interface Memory {
  found: AgingCache<FoundManager>;
  /** Only of pages that are there. */
  readAgain: Turns;
  nobodys: AgingCache<true>;
  notMoved: AgingCache<true>;
  /** Look-ups on their way: those who ask for the same slug meanwhile wait for the same answer. */
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
 * The manager whose page is at `slug`, or `null`: one read, or none where it is remembered. A remembered page that is not `isNewEnough` is
 * read again, but only so often: a manager who has just published wants to see it, and nobody can make every request cost a read.
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

/** Whether `findManager` and `findMoved` can answer for this slug without a read. */
export function isRemembered(platform: Platform, slug: string): boolean {
  const { found, nobodys, notMoved } = memoryOf(platform);
  return found.get(slug) !== undefined || (nobodys.get(slug) === true && notMoved.get(slug) === true);
}

/** Forgets that a slug is nobody's: a page has just come there. */
export function forgetAbsence(platform: Platform, slug: string): void {
  const { nobodys, notMoved } = memoryOf(platform);
  nobodys.delete(slug);
  notMoved.delete(slug);
}

/**
 * The manager whose page was at `slug` and is at another now, or `null`. Up to two reads more, for slugs that are nobody's page. A move is
 * never remembered: a page that moves back would send everybody in circles.
 */
export async function findMoved(platform: Platform, slug: string): Promise<FoundManager | null> {
  const memory = memoryOf(platform);
  if (memory.notMoved.get(slug)) return null;
  return once(memory, `move ${slug}`, async () => {
    const moved = await readMoved(platform, slug);
    if (!moved) memory.notMoved.set(slug, true);
    return moved;
  });
}

/** The manager for a request that cannot go on without, also by a slug that they had before. Throws `unknown-slug`. */
export async function managerAt(platform: Platform, slug: string): Promise<FoundManager> {
  const found = (await findManager(platform, slug)) ?? (await findMoved(platform, slug));
  if (!found) throw new Problem('unknown-slug');
  return found;
}

async function readManager(platform: Platform, slug: string): Promise<FoundManager | null> {
  const found = await (await platform.tables()).managers().where('slug', '==', slug).limit(1).get();
  const [snapshot] = found.docs;
  const manager = snapshot?.data();
  // A closed page is like one that never was.
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
