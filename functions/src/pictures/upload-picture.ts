import { createHash } from 'node:crypto';
import { PICTURES_MAX, type Picture } from '@foyer/domain/picture';
import { type DocumentReference, Timestamp } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import { isAccepted, isRefusedPrecondition, type StoredPicture, type StrayDocument } from '../db.ts';
import { Problem } from '../http/problem.ts';
import { logs } from '../logs.ts';
import { type MadePicture, makePicture, PIPELINE } from './make-picture.ts';
import { putFiles } from './picture-files.ts';
import type { PictureWork } from './picture-work.ts';

/** Uploading an older picture again makes it new, so it is not purged while its manager works with it. */
const FRESH_MS = 24 * 3600_000;
const RETRY_MS = 5000;

/**
 * The same file again is the same picture, at no cost. `strays` has a mark from before the first file until the commit that creates the
 * document, so an upload that dies leaves nothing untracked (decisions/021). Throws what `makePicture` throws, `too-many-pictures`, or
 * `busy` while the picture's files are being deleted.
 */
export async function uploadPicture(platform: Platform, pictureWork: PictureWork, managerId: string, file: Buffer): Promise<Picture> {
  const hash = createHash('sha256').update(`${PIPELINE} `).update(file).digest('hex').slice(0, 32);
  return pictureWork.alone(`${managerId} ${hash}`, async () => {
    const known = await knownPicture(platform, managerId, hash);
    if (known) return known;
    await refuseOneMore(platform, managerId);
    const made = await pictureWork.alone('decode', () => makePicture(file));
    if (await keep(platform, managerId, hash, made)) return pictureAt(managerId, hash, made);
    const others = await knownPicture(platform, managerId, hash);
    if (!others) throw busy();
    return others;
  });
}

async function knownPicture(platform: Platform, managerId: string, hash: string): Promise<Picture | null> {
  const found = await (await platform.tables()).picture(managerId, hash).get();
  const stored = found.data();
  if (stored === undefined || !found.updateTime) return null;
  const now = platform.now();
  if (stored.unusedSince !== null && stored.unusedSince.toMillis() < now - FRESH_MS) {
    const renewal = found.ref.update({ unusedSince: Timestamp.fromMillis(now) }, { lastUpdateTime: found.updateTime });
    if (!(await isAccepted(renewal))) throw busy();
  }
  return pictureAt(managerId, hash, stored);
}

async function refuseOneMore(platform: Platform, managerId: string): Promise<void> {
  const all = await (await platform.tables()).pictures(managerId).count().get();
  if (all.data().count >= PICTURES_MAX) throw new Problem('too-many-pictures');
}

async function keep(platform: Platform, managerId: string, hash: string, made: MadePicture): Promise<boolean> {
  const table = await platform.tables();
  const now = Timestamp.fromMillis(platform.now());
  const stray = table.stray(managerId, hash);
  const mark = { lastUpdateTime: await marked(stray, { managerId, hash, since: now, isLeaving: false }) };
  await putFiles(await platform.bucket(), managerId, hash, made);
  const { width, height, blur, files } = made;
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const batch = table.batch();
  batch.create(table.picture(managerId, hash), { bytes, width, height, blur, createdAt: now, unusedSince: now });
  batch.delete(stray, mark);
  if (await isAccepted(batch.commit())) {
    logs.pictureKept(managerId, bytes);
    return true;
  }
  await isAccepted(stray.delete(mark));
  return false;
}

/** Takes over the mark of an interrupted upload, never that of a deletion. Returns the write time. */
async function marked(stray: DocumentReference<StrayDocument>, mark: StrayDocument): Promise<Timestamp> {
  const former = await stray.get();
  if (former.data()?.isLeaving) throw busy();
  const write = former.updateTime ? stray.update({ ...mark }, { lastUpdateTime: former.updateTime }) : stray.create(mark);
  const { writeTime } = await write.catch((error: unknown) => {
    throw isRefusedPrecondition(error) ? busy() : error;
  });
  return writeTime;
}

/** The same picture is being stored or deleted elsewhere: a retry finds the result. */
function busy(): Problem {
  return new Problem('busy', { retryAfterMs: RETRY_MS });
}

function pictureAt(managerId: string, hash: string, { width, height, blur }: Pick<StoredPicture, 'width' | 'height' | 'blur'>): Picture {
  return { src: `/pictures/${managerId}/${hash}`, width, height, alt: '', ...(blur === null ? {} : { blur }) };
}
