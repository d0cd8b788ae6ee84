import { keptAt, PICTURE_UNUSED_MS } from '@foyer/domain/picture';
import { type Draft, type Profile, pictureSources } from '@foyer/domain/profile';
import { type QueryDocumentSnapshot, Timestamp } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import { isAccepted, type StoredPicture, type StrayDocument } from '../db.ts';
import { type Purging, purgeEach } from '../purging.ts';
import { filesOf } from './picture-files.ts';

/** An upload has a minute; a mark that is this old is of one that has died. */
const STRAY_PATIENCE_MS = 60 * 60_000;
/** Pictures whose files are deleted at once. */
const PAGE = 20;

/**
 * Deletes pictures that no page has shown for a week and no draft holds. One commit takes the document, so that no page can begin to show
 * the picture, and marks its files; only then do they go, and the mark last (decisions/021). A picture that was used or uploaded again
 * since it was found stays.
 */
export async function* purgePictures(platform: Platform): Purging {
  const before = Timestamp.fromMillis(platform.now() - PICTURE_UNUSED_MS);
  const due = (await platform.tables()).picturesOfAll().where('unusedSince', '<=', before);
  yield* purgeEach(due, PAGE, (picture) => purgeUnlessUsed(platform, picture));
}

/** Deletes the files of uploads and of deletions that were cut off. */
export async function* purgeStrays(platform: Platform): Purging {
  const before = Timestamp.fromMillis(platform.now() - STRAY_PATIENCE_MS);
  const due = (await platform.tables()).strays().where('since', '<=', before);
  yield* purgeEach(due, PAGE, async (stray) => {
    if (!(await take(stray))) return false;
    await removeStray(platform, stray.data());
    return true;
  });
}

async function purgeUnlessUsed(platform: Platform, { ref, updateTime }: QueryDocumentSnapshot<StoredPicture>): Promise<boolean> {
  const table = await platform.tables();
  const managerId = ref.parent.parent?.id ?? '';
  const hash = ref.id;
  const now = Timestamp.fromMillis(platform.now());
  const use = await useOf(platform, managerId, hash);
  if (use !== null) {
    // It comes up again in a week at the earliest, and meanwhile stands in nobody's way.
    await isAccepted(ref.update({ unusedSince: use === 'page' ? null : now }, { lastUpdateTime: updateTime }));
    return false;
  }
  const batch = table.batch();
  batch.delete(ref, { lastUpdateTime: updateTime });
  batch.set(table.stray(managerId, hash), { managerId, hash, since: now, isLeaving: true });
  if (!(await isAccepted(batch.commit()))) return false;
  await removeStray(platform, { managerId, hash });
  return true;
}

async function useOf(platform: Platform, managerId: string, hash: string): Promise<'page' | 'draft' | null> {
  const table = await platform.tables();
  const [page, draft] = await Promise.all([table.manager(managerId).get(), table.draft(managerId).get()]);
  const isIn = (profile: Profile | Draft | null | undefined) =>
    profile != null && pictureSources(profile).some((src) => keptAt(src)?.hash === hash);
  if (isIn(page.data()?.profile)) return 'page';
  return isIn(draft.data()?.profile) ? 'draft' : null;
}

/** From here on nobody puts files there: an upload of the same picture waits. `false` where the mark is a newer one. */
async function take(stray: QueryDocumentSnapshot<StrayDocument>): Promise<boolean> {
  return isAccepted(stray.ref.update({ isLeaving: true }, { lastUpdateTime: stray.updateTime }));
}

/**
 * Since the mark is taken, no upload can make a document any more. One that is there was made by another upload than the one that left the
 * mark, and has its files. The list comes first: were the picture uploaded anew meanwhile, the mark would be gone.
 */
async function removeStray(platform: Platform, { managerId, hash }: Pick<StrayDocument, 'managerId' | 'hash'>): Promise<void> {
  const table = await platform.tables();
  const files = await filesOf(await platform.bucket(), managerId, hash);
  const [mark, picture] = await Promise.all([table.stray(managerId, hash).get(), table.picture(managerId, hash).get()]);
  if (!mark.updateTime || !mark.data()?.isLeaving) return;
  if (!picture.exists) await Promise.all(files.map((file) => file.delete()));
  await isAccepted(mark.ref.delete({ lastUpdateTime: mark.updateTime }));
}
