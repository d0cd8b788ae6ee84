import { isDeepStrictEqual } from 'node:util';
import type { Draft } from '@foyer/domain/profile';
import { FieldValue } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { isRefusedPrecondition } from '../db.ts';
import { Problem } from '../http/problem.ts';

/**
 * `null` discards the draft; `revision` is as the caller knows it, 0 for none. Of two windows that save simultaneously one gets
 * `changed-elsewhere`. Safe to repeat. Throws `no-page` too. One read and one write.
 */
export async function saveDraft(cloud: Cloud, managerId: string, revision: number, profile: Draft | null): Promise<{ revision: number }> {
  const table = await cloud.tables();
  const place = table.draft(managerId);
  const stored = await place.get();
  const before = stored.data() ?? { revision: 0, profile: null };
  const isAgain = profile === null || before.revision === revision + 1 || before.revision === revision;
  if (isAgain && isDeepStrictEqual(before.profile, profile)) return { revision: before.revision };
  if (before.revision !== revision) throw new Problem('changed-elsewhere');
  if (!stored.exists && !(await table.manager(managerId).get()).exists) throw new Problem('no-page');
  const next = { profile, revision: revision + 1, updatedAt: FieldValue.serverTimestamp() };
  try {
    await (stored.updateTime ? place.update(next, { lastUpdateTime: stored.updateTime }) : place.create(next));
  } catch (error) {
    if (isRefusedPrecondition(error)) throw new Problem('changed-elsewhere');
    throw error;
  }
  return { revision: next.revision };
}
