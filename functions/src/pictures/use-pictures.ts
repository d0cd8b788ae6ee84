import { keptAt } from '@foyer/domain/picture';
import { Timestamp, type WriteBatch } from '@google-cloud/firestore';
import type { Tables } from '../db.ts';
import { fieldError } from '../http/field-errors.ts';
import { Problem } from '../http/problem.ts';

/** Without pictures of the examples, which are not stored. */
export interface Change {
  before: readonly string[];
  after: readonly string[];
}

/** The batch is refused (as not found) if a picture was deleted since. Throws `invalid-request` for another manager's picture. */
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

const NOT_YOURS = fieldError(['pictures'], { code: 'picture-not-yours' });
