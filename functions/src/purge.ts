import { type QueryDocumentSnapshot, Timestamp } from '@google-cloud/firestore';
import { openPlatform, type Platform } from './cloud.ts';
import { finishErasure } from './conversations/erase-conversation.ts';
import { isRefusedPrecondition, tables } from './db.ts';
import { plainTerms } from './directory/plain-terms.ts';
import { logs } from './logs.ts';
import { purgePictures, purgeStrays } from './pictures/purge-pictures.ts';

const DAY_MS = 24 * 3600_000;
/** Tokens signed for a deleted conversation live for an hour, browsers that repeat a first send for days: a month is past both. */
const RETIRED_KEYS_KEPT_MS = 30 * DAY_MS;
/** A deletion removes everything by itself; one that is this old has died on the way. */
const ERASURE_PATIENCE_MS = 10 * 60_000;
/** Of each kind, in one run; what is left is due at the next. */
const BATCH = 300;

/** The scheduled run. */
export async function purgeWhatIsDue(): Promise<void> {
  const platform = openPlatform();
  await purge(platform);
  await plainTerms(platform, BATCH);
}

export interface Purged {
  erasures: number;
  limits: number;
  slugs: number;
  keys: number;
  pictures: number;
  strays: number;
}

/**
 * Finishes deletions that were cut off, and deletes what has expired: limits and their day's numbers, slugs that were given up, codes that
 * open nothing, pictures that no page shows. All but the last count for nothing from their time on, whether they are still there or not. Running it twice, or late, or
 * ending it halfway changes nothing more.
 */
export async function purge(platform: Platform): Promise<Purged> {
  const table = tables(await platform.firestore());
  const now = platform.now();
  const before = (ms: number) => Timestamp.fromMillis(now - ms);

  const cutOff = await table.erasures().where('requestedAt', '<=', before(ERASURE_PATIENCE_MS)).limit(BATCH).get();
  for (const erasure of cutOff.docs) await finishErasure(platform, erasure.data().managerId, erasure.id);

  const [limits, slugs, keys] = await Promise.all([
    table.limits().where('expireAt', '<=', before(0)).limit(BATCH).get(),
    table.slugs().where('expireAt', '<=', before(0)).limit(BATCH).get(),
    table.resumeKeys().where('retiredAt', '<=', before(RETIRED_KEYS_KEPT_MS)).limit(BATCH).get(),
  ]);
  await Promise.all([...limits.docs, ...slugs.docs, ...keys.docs].map(deleteUnchanged));
  const pictures = await purgePictures(platform, BATCH);
  const strays = await purgeStrays(platform, BATCH);
  const purged = { erasures: cutOff.size, limits: limits.size, slugs: slugs.size, keys: keys.size, pictures, strays };
  logs.purged({ ...purged });
  return purged;
}

/** What was written since it was found is in use again. */
async function deleteUnchanged({ ref, updateTime }: QueryDocumentSnapshot): Promise<void> {
  await ref.delete({ lastUpdateTime: updateTime }).catch((error: unknown) => {
    if (!isRefusedPrecondition(error)) throw error;
  });
}
