import { keptAt, PICTURE_UNUSED_MS } from '@foyer/domain/picture';
import { type Draft, type Profile, pictureSources } from '@foyer/domain/profile';
import { type QueryDocumentSnapshot, Timestamp } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import { isAccepted, type StoredPicture, type StrayDocument } from '../db.ts';
import { type Purging, purgeEach } from '../purging.ts';
import { filesOf } from './picture-files.ts';

/** An upload has a minute; one with a mark this old has died. */
const STRAY_PATIENCE_MS = 60 * 60_000;
const PAGE = 20;

/**
 * Deletes pictures that no page showed for a week and no draft uses. One commit deletes the document, so no page can start to use the
 * picture, and marks its files; then the files go, and the mark last (decisions/021). Skips pictures used or uploaded again in between.
 */
export async function* purgePictures(platform: Platform): Purging {
  const before = Timestamp.fromMillis(platform.now() - PICTURE_UNUSED_MS);
  const due = (await platform.tables()).picturesOfAll().where('unusedSince', '<=', before);
  yield* purgeEach(due, PAGE, (picture) => purgeUnlessUsed(platform, picture));
}

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
    // It is due again in a week at the earliest, so it does not block the others until then.
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

/** Claims the mark: an upload of the same picture now waits. `false` if the mark is newer. */
async function take(stray: QueryDocumentSnapshot<StrayDocument>): Promise<boolean> {
  return isAccepted(stray.ref.update({ isLeaving: true }, { lastUpdateTime: stray.updateTime }));
}

/**
 * Once the mark is claimed, no upload can create a document; an existing one is another upload's and has its files. List first: after a new
 * upload of the picture the mark would be gone.
 */
async function removeStray(platform: Platform, { managerId, hash }: Pick<StrayDocument, 'managerId' | 'hash'>): Promise<void> {
  const table = await platform.tables();
  const files = await filesOf(await platform.bucket(), managerId, hash);
  const [mark, picture] = await Promise.all([table.stray(managerId, hash).get(), table.picture(managerId, hash).get()]);
  if (!mark.updateTime || !mark.data()?.isLeaving) return;
  if (!picture.exists) await Promise.all(files.map((file) => file.delete()));
  await isAccepted(mark.ref.delete({ lastUpdateTime: mark.updateTime }));
}
