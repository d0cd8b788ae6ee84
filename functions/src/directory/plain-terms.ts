import { plainLetters } from '@foyer/domain/plain-letters';
import { FieldPath, Timestamp } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import { isAccepted } from '../db.ts';

/** Rename it when the letter mapping changes, to run the job again. */
const JOB = 'plainTerms';
const END = '\u{10ffff}';

/**
 * Rewrites search terms with today's letter mapping, `limit` listings from where the last call ended: listings from before ł was mapped to
 * l could not be found otherwise. Returns the number changed; a second run changes nothing.
 */
export async function plainTerms(platform: Platform, limit: number): Promise<number> {
  const table = await platform.tables();
  const job = table.job(JOB);
  const { path: last = '' } = (await job.get()).data() ?? {};
  if (last === END) return 0;
  const from = table.directory().orderBy(FieldPath.documentId()).limit(limit);
  const { docs } = await (last === '' ? from : from.startAfter(last)).get();
  let changed = 0;
  for (const listing of docs) {
    const before = listing.data().terms;
    const terms = [...new Set(before.map(plainLetters))];
    if (terms.join() === before.join()) continue;
    // A listing published since already has the new terms.
    if (await isAccepted(listing.ref.update({ terms }, { lastUpdateTime: listing.updateTime }))) changed++;
  }
  await job.set({ at: Timestamp.fromMillis(platform.now()), path: docs.length < limit ? END : (docs.at(-1)?.id ?? END) });
  return changed;
}
