import type { Answer } from '@foyer/domain/endpoint';
import type { checkSlugEndpoint } from '@foyer/domain/manager';
import { explainSlugFault, nearbySlugs, slugFault, slugSkeleton } from '@foyer/domain/slug';
import type { DocumentSnapshot } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import type { SlugDocument } from '../db.ts';

/** Whether this manager can have a slug, and if not, why, with a free one near it. */
export async function checkSlug(cloud: Cloud, slug: string, managerId: string): Promise<Answer<typeof checkSlugEndpoint>> {
  const fault = slugFault(slug);
  if (fault !== null) return { slug, available: false, reason: explainSlugFault(fault), suggestion: await freeSlugNear(cloud, slug) };
  const taken = await (await cloud.tables()).slug(slugSkeleton(slug)).get();
  if (isFree(taken, cloud.now())) return { slug, available: true, reason: null, suggestion: null };
  const held = taken.data();
  if (held?.managerId === managerId) {
    if (held.slug === slug && !held.expireAt) return { slug, available: false, reason: 'This is your address already.', suggestion: null };
    const isFormer = held.slug === slug || held.former?.[slug] !== undefined;
    return { slug, available: true, reason: isFormer ? 'You used this address before.' : null, suggestion: null };
  }
  const reason = held?.slug === slug ? 'This address is already taken.' : 'This address looks too much like one that is already taken.';
  return { slug, available: false, reason, suggestion: await freeSlugNear(cloud, slug) };
}

/** The nearest slug that is free just now, or `null`. Five reads at most. */
export async function freeSlugNear(cloud: Cloud, slug: string): Promise<string | null> {
  const table = await cloud.tables();
  const candidates = nearbySlugs(slug, 5);
  if (candidates.length === 0) return null;
  const found = await Promise.all(candidates.map((candidate) => table.slug(slugSkeleton(candidate)).get()));
  return candidates.find((_, index) => found[index] && isFree(found[index], cloud.now())) ?? null;
}

/** A slug that was given up is free from its time on, also before it is purged. */
export function isFree(slug: DocumentSnapshot<SlugDocument>, nowMs: number): boolean {
  const held = slug.data();
  return !held || (held.expireAt !== undefined && held.expireAt.toMillis() <= nowMs);
}

/** The same as the detail of a problem. */
export async function suggestionFor(cloud: Cloud, slug: string): Promise<{ suggestion?: string }> {
  const suggestion = await freeSlugNear(cloud, slug);
  return suggestion === null ? {} : { suggestion };
}
