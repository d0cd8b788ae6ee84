import type { Answer } from '@foyer/domain/endpoint';
import { FORMER_SLUGS_MAX } from '@foyer/domain/limits';
import { type moveEndpoint, SLUG_KEPT_DAYS } from '@foyer/domain/manager';
import { slugFault, slugSkeleton } from '@foyer/domain/slug';
import { FieldValue, type QueryDocumentSnapshot, Timestamp } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { isAccepted, type SlugDocument } from '../db.ts';
import { listInDirectory } from '../directory/list-manager.ts';
import { Problem } from '../http/problem.ts';
import { logs } from '../logs.ts';
import { AGAIN, retrying } from '../retrying.ts';
import { isFree, suggestionFor } from './check-slug.ts';
import { forgetAbsence } from './find-manager.ts';

const KEPT_MS = SLUG_KEPT_DAYS * 24 * 3600_000;

const RETRIES = { attempts: 5, giveUp: () => new Problem('busy', { retryAfterMs: 2000 }) };

/**
 * One batch. The old slug stays reserved for 90 days and redirects. Moving to the current slug changes nothing. Throws `slug-reserved` or
 * `slug-taken` (with a suggestion), `no-page`, `too-many-moves`, or `busy`.
 */
export async function movePage(cloud: Cloud, managerId: string, slug: string): Promise<Answer<typeof moveEndpoint>> {
  if (slugFault(slug) !== null) throw new Problem('slug-reserved', await suggestionFor(cloud, slug));
  return retrying(RETRIES, async () => ((await isAccepted(tryMove(cloud, managerId, slug))) ? { slug } : AGAIN));
}

async function tryMove(cloud: Cloud, managerId: string, slug: string): Promise<void> {
  const table = await cloud.tables();
  const now = cloud.now();
  const place = table.slug(slugSkeleton(slug));
  const [manager, target, held] = await Promise.all([
    table.manager(managerId).get(),
    place.get(),
    table.slugs().where('managerId', '==', managerId).get(),
  ]);
  const page = manager.data();
  if (!page || !manager.updateTime) throw new Problem('no-page');
  if (page.slug === slug) return;
  const isOwn = target.data()?.managerId === managerId;
  if (!isOwn && !isFree(target, now)) throw new Problem('slug-taken', await suggestionFor(cloud, slug));

  const batch = table.batch();
  batch.update(manager.ref, { slug, updatedAt: FieldValue.serverTimestamp() }, { lastUpdateTime: manager.updateTime });
  listInDirectory(batch, table, managerId, { ...page, slug });

  const gone = table.slug(slugSkeleton(page.slug));
  const former = formerOf(held.docs, now);
  former.set(page.slug, Timestamp.fromMillis(now + KEPT_MS));
  former.delete(slug);
  if (former.size > FORMER_SLUGS_MAX) throw new Problem('too-many-moves');

  if (gone.id !== place.id) {
    // Only this manager's moves write it, one at a time by the precondition above.
    batch.set(gone, { ...heldIn(gone.id, former, page.slug), slug: page.slug, managerId, expireAt: Timestamp.fromMillis(now + KEPT_MS) });
  }
  const taken = { ...heldIn(place.id, former, slug), slug, managerId };
  if (!target.exists) batch.create(place, taken);
  else {
    const expected = target.updateTime ? { lastUpdateTime: target.updateTime } : {};
    batch.update(place, { former: FieldValue.delete(), ...taken, expireAt: FieldValue.delete() }, expected);
  }
  await batch.commit();
  forgetAbsence(cloud, slug);
  logs.pageMoved(managerId);
}

export function formerOf(slugs: readonly QueryDocumentSnapshot<SlugDocument>[], nowMs: number): Map<string, Timestamp> {
  const former = new Map<string, Timestamp>();
  for (const snapshot of slugs) {
    const { slug, expireAt, former: spellings } = snapshot.data();
    for (const [spelling, until] of Object.entries(spellings ?? {})) former.set(spelling, until);
    if (expireAt) former.set(slug, expireAt);
  }
  return new Map([...former].filter(([, until]) => until.toMillis() > nowMs));
}

/** The other spellings among them that share one document. */
function heldIn(skeleton: string, former: ReadonlyMap<string, Timestamp>, slug: string): Pick<SlugDocument, 'former'> {
  const others = [...former].filter(([spelling]) => spelling !== slug && slugSkeleton(spelling) === skeleton);
  return others.length === 0 ? {} : { former: Object.fromEntries(others) };
}
