import { plainLetters } from '@foyer/domain/plain-letters';
import { FieldPath, Timestamp } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import { isAccepted } from '../db.ts';

/** How far this has come. Renamed when the letters change, so that it is done again. */
const JOB = 'plainTerms';
/** After every id. */
const END = '\u{10ffff}';

/**
 * Writes the search terms of listings as they are searched for today, `limit` listings at most, from where the last call ended: those that
 * were published before ł became l would be found by nobody. Done twice, it changes nothing. Returns how many were changed.
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
    // One that is published meanwhile has them already.
    if (await isAccepted(listing.ref.update({ terms }, { lastUpdateTime: listing.updateTime }))) changed++;
  }
  await job.set({ at: Timestamp.fromMillis(platform.now()), path: docs.length < limit ? END : (docs.at(-1)?.id ?? END) });
  return changed;
}
