import { keptAt } from '@foyer/domain/picture';
import { Timestamp, type WriteBatch } from '@google-cloud/firestore';
import type { Tables } from '../db.ts';
import { Problem } from '../http/problem.ts';

/** The `src` of every picture of a page, before and after it is published. Those of the examples need nobody to keep them. */
export interface Change {
  before: readonly string[];
  after: readonly string[];
}

/**
 * Says in the batch that publishes a page which pictures it shows from now on, and which no more. The whole batch is refused (as not found)
 * where a picture was deleted meanwhile. Throws `invalid-request` for a picture of another manager.
 */
export function usePictures(batch: WriteBatch, table: Tables, managerId: string, { before, after }: Change, nowMs: number): void {
  const former = hashesOf(before, managerId);
  const present = hashesOf(after, managerId);
  for (const hash of present.filter((one) => !former.includes(one))) batch.update(table.picture(managerId, hash), { unusedSince: null });
  for (const hash of former.filter((one) => !present.includes(one)))
    batch.update(table.picture(managerId, hash), { unusedSince: Timestamp.fromMillis(nowMs) });
}

function hashesOf(sources: readonly string[], managerId: string): string[] {
  const kept = sources.map(keptAt).filter((one) => one !== null);
  if (kept.some((one) => one.managerId !== managerId)) throw new Problem('invalid-request', { errors: [NOT_YOURS] });
  return [...new Set(kept.map(({ hash }) => hash))];
}

const NOT_YOURS = { path: 'pictures', message: 'A picture is not one of yours. Please add it once more.' };
