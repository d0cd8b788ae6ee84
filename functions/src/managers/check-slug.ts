import type { Answer } from '@foyer/domain/endpoint';
import type { checkSlugEndpoint } from '@foyer/domain/manager';
import { nearbySlugs, slugFault, slugSkeleton } from '@foyer/domain/slug';
import type { DocumentSnapshot } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import type { SlugDocument } from '../db.ts';

export async function checkSlug(cloud: Cloud, slug: string, managerId: string): Promise<Answer<typeof checkSlugEndpoint>> {
  const fault = slugFault(slug);
  if (fault !== null) return { slug, available: false, reason: `slug-${fault}`, suggestion: await freeSlugNear(cloud, slug) };
  const taken = await (await cloud.tables()).slug(slugSkeleton(slug)).get();
  if (isFree(taken, cloud.now())) return { slug, available: true, reason: null, suggestion: null };
  const held = taken.data();
  if (held?.managerId === managerId) {
    if (held.slug === slug && !held.expireAt) return { slug, available: false, reason: 'slug-own', suggestion: null };
    const isFormer = held.slug === slug || held.former?.[slug] !== undefined;
    return { slug, available: true, reason: isFormer ? 'slug-former' : null, suggestion: null };
  }
  const reason = held?.slug === slug ? 'slug-taken' : 'slug-similar';
  return { slug, available: false, reason, suggestion: await freeSlugNear(cloud, slug) };
}

/** The most similar free slug, or `null`. At most five reads. */
export async function freeSlugNear(cloud: Cloud, slug: string): Promise<string | null> {
  const table = await cloud.tables();
  const candidates = nearbySlugs(slug, 5);
  if (candidates.length === 0) return null;
  const found = await Promise.all(candidates.map((candidate) => table.slug(slugSkeleton(candidate)).get()));
  return candidates.find((_, index) => found[index] && isFree(found[index], cloud.now())) ?? null;
}

/** A slug that was given up is free once its time is over, even before the purge. */
export function isFree(slug: DocumentSnapshot<SlugDocument>, nowMs: number): boolean {
  const held = slug.data();
  return !held || (held.expireAt !== undefined && held.expireAt.toMillis() <= nowMs);
}

export async function suggestionFor(cloud: Cloud, slug: string): Promise<{ suggestion?: string }> {
  const suggestion = await freeSlugNear(cloud, slug);
  return suggestion === null ? {} : { suggestion };
}
