import type { Answer } from '@foyer/domain/endpoint';
import type { checkSlugEndpoint } from '@foyer/domain/manager';
import { explainSlugFault, nearbySlugs, slugFault, slugSkeleton } from '@foyer/domain/slug';
import type { Cloud } from '../cloud.ts';
import { tables } from '../db.ts';

/** Whether a slug can be claimed, and if not, why, with a free one near it. */
export async function checkSlug(cloud: Cloud, slug: string): Promise<Answer<typeof checkSlugEndpoint>> {
  const fault = slugFault(slug);
  if (fault !== null) return { slug, available: false, reason: explainSlugFault(fault), suggestion: await freeSlugNear(cloud, slug) };
  const taken = await tables(await cloud.firestore())
    .slug(slugSkeleton(slug))
    .get();
  if (!taken.exists) return { slug, available: true, reason: null, suggestion: null };
  const reason =
    taken.data()?.slug === slug ? 'This address is already taken.' : 'This address looks too much like one that is already taken.';
  return { slug, available: false, reason, suggestion: await freeSlugNear(cloud, slug) };
}

/** The nearest slug that is free just now, or `null`. Five reads at most. */
export async function freeSlugNear(cloud: Cloud, slug: string): Promise<string | null> {
  const db = await cloud.firestore();
  const candidates = nearbySlugs(slug, 5);
  if (candidates.length === 0) return null;
  const found = await db.getAll(...candidates.map((candidate) => tables(db).slug(slugSkeleton(candidate))));
  return candidates.find((_, index) => found[index]?.exists === false) ?? null;
}
