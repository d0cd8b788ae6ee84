import { isDeepStrictEqual } from 'node:util';
import type { ProfileChanges } from '@foyer/domain/edit-profile';
import { type Profile, pictureSources } from '@foyer/domain/profile';
import { isPublished } from '@foyer/domain/published';
import { FieldValue } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { isRefusedPrecondition, STORE_ERROR, storeErrorCode } from '../db.ts';
import { listInDirectory } from '../directory/list-manager.ts';
import { Problem } from '../http/problem.ts';
import { usePictures } from '../pictures/use-pictures.ts';
import { AGAIN, retrying } from '../retrying.ts';
import { stillVerified } from './verify-link.ts';

export interface ProfileChange {
  revision: number;
  draft?: number | undefined;
  changes: ProfileChanges;
}

export interface ChangedProfile {
  revision: number;
  /** The draft's revision after this. */
  draft: number;
  profile: Profile;
}

/** For writes to other fields of the document, such as a new slug or reply time, which are no conflict. */
const RETRIES = { attempts: 5, giveUp: () => new Problem('changed-elsewhere') };

/**
 * Publishes changes, all or none, and empties the published draft. Safe to repeat. Throws `no-page`, `picture-gone` for a deleted picture,
 * or `changed-elsewhere` if page or draft changed since the caller read them.
 */
export async function changeProfile(cloud: Cloud, managerId: string, change: ProfileChange): Promise<ChangedProfile> {
  const table = await cloud.tables();
  return retrying(RETRIES, async () => {
    const [page, draft] = await Promise.all([table.manager(managerId).get(), table.draft(managerId).get()]);
    const manager = page.data();
    if (!page.updateTime || !manager) throw new Problem('no-page');
    const before = { revision: manager.revision ?? 0, draft: draft.data()?.revision ?? 0, profile: manager.profile };
    const profile = changed(before.profile, change.changes);
    const isEmptied = change.draft === undefined || !draft.data()?.profile;
    const isAgain = before.revision === change.revision + 1 || before.revision === change.revision;
    if (isEmptied && isAgain && isPublished(manager) && isDeepStrictEqual(profile, before.profile)) return before;
    if (before.revision !== change.revision) throw new Problem('changed-elsewhere');
    if (change.draft !== undefined && before.draft !== change.draft) throw new Problem('changed-elsewhere');

    const after = { revision: before.revision + 1, draft: before.draft, profile };
    const updatedAt = FieldValue.serverTimestamp();
    const batch = table.batch();
    const verifiedLinks = stillVerified(profile, manager.verifiedLinks);
    batch.update(
      table.manager(managerId),
      { profile, verifiedLinks, revision: after.revision, updatedAt, ...(isPublished(manager) ? {} : { publishedAt: updatedAt }) },
      { lastUpdateTime: page.updateTime },
    );
    usePictures(batch, table, managerId, { before: pictureSources(before.profile), after: pictureSources(profile) }, cloud.now());
    listInDirectory(batch, table, managerId, { ...manager, profile });
    if (change.draft !== undefined && draft.updateTime) {
      after.draft++;
      batch.update(table.draft(managerId), { profile: null, revision: after.draft, updatedAt }, { lastUpdateTime: draft.updateTime });
    }
    try {
      await batch.commit();
      return after;
    } catch (error) {
      if (storeErrorCode(error) === STORE_ERROR.notFound) throw new Problem('picture-gone');
      if (!isRefusedPrecondition(error)) throw error;
      return AGAIN;
    }
  });
}

function changed(profile: Profile, changes: ProfileChanges): Profile {
  const entries = Object.entries({ ...profile, ...changes }).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries) as Profile;
}
