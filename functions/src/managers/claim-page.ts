import type { Answer } from '@foyer/domain/endpoint';
import type { claimPageEndpoint } from '@foyer/domain/manager';
import { newProfile } from '@foyer/domain/new-profile';
import { slugFault, slugSkeleton } from '@foyer/domain/slug';
import { type DocumentSnapshot, FieldValue } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { isRefusedPrecondition, STORE_ERROR, storeErrorCode } from '../db.ts';
import { Problem } from '../http/problem.ts';
import { logs } from '../logs.ts';
import { isFree, suggestionFor } from './check-slug.ts';
import { forgetAbsence } from './find-manager.ts';
import { makeManager } from './make-manager.ts';

export interface Claim {
  slug: string;
  name: string;
  headline?: string | undefined;
  language?: string | undefined;
}

/**
 * `create` lets exactly one of two simultaneous claims of a slug win. Repeating a claim is safe, and completes one cut off before the role
 * was set. Throws `slug-reserved`, `slug-taken` (with a suggestion) or `page-exists`.
 */
export async function claimPage(cloud: Cloud, uid: string, claim: Claim): Promise<Answer<typeof claimPageEndpoint>> {
  if (slugFault(claim.slug) !== null) throw new Problem('slug-reserved', await suggestionFor(cloud, claim.slug));
  const table = await cloud.tables();
  const now = FieldValue.serverTimestamp();
  const place = table.slug(slugSkeleton(claim.slug));
  const store = (former: DocumentSnapshot | null): Promise<unknown> => {
    const batch = table.batch();
    batch.create(table.manager(uid), {
      slug: claim.slug,
      profile: newProfile(claim.name, claim.headline, claim.language),
      publishedAt: null,
      createdAt: now,
      updatedAt: now,
    });
    if (former?.updateTime) batch.delete(place, { lastUpdateTime: former.updateTime });
    batch[former ? 'set' : 'create'](place, { slug: claim.slug, managerId: uid });
    return batch.commit();
  };
  try {
    await store(null).catch(async (error: unknown) => {
      const former = storeErrorCode(error) === STORE_ERROR.alreadyExists ? await place.get() : null;
      if (!former?.exists || !isFree(former, cloud.now())) throw error;
      return store(former);
    });
    logs.pageClaimed(uid);
  } catch (error) {
    if (!isRefusedPrecondition(error)) throw error;
    const own = (await table.manager(uid).get()).data();
    if (own === undefined) throw new Problem('slug-taken', await suggestionFor(cloud, claim.slug));
    if (own.slug !== claim.slug) throw new Problem('page-exists');
  }
  forgetAbsence(cloud, claim.slug);
  return { managerId: uid, slug: claim.slug, token: await makeManager(cloud, uid) };
}
