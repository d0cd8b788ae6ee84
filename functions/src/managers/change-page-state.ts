import { isOpen, storedNotice } from '@foyer/domain/page-state';
import { FieldValue } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { isAccepted, type StoredManager } from '../db.ts';
import { listInDirectory } from '../directory/list-manager.ts';
import { Problem } from '../http/problem.ts';
import { AGAIN, retrying } from '../retrying.ts';
import { forgetFound } from './find-manager.ts';
import { forgetOpen } from './open-pages.ts';

/** `null` removes a field. */
export type PageStateChange = { [F in 'pause' | 'offlineAt' | 'deletionDueAt']?: StoredManager[F] | null };

const RETRIES = { attempts: 5, giveUp: () => new Problem('busy', { retryAfterMs: 2000 }) };

/**
 * Changes what a manager decided about their page, and lists or unlists it in the same batch, which also tells open conversations through
 * the presence they listen to. `decide` returns `null` to change nothing.
 * Written only if the document didn't change since it was read: of a change and the erasure of the account, one wins. Safe to repeat.
 * Throws `no-page`, also for an account that is being erased, or `busy`.
 */
export async function changePageState(
  cloud: Cloud,
  managerId: string,
  decide: (manager: StoredManager) => PageStateChange | null,
): Promise<StoredManager> {
  const table = await cloud.tables();
  const changed = await retrying(RETRIES, async () => {
    const stored = await table.manager(managerId).get();
    const manager = stored.data();
    if (!manager || !stored.updateTime || manager.closed?.reason === 'account-deleted') throw new Problem('no-page');
    const change = decide(manager);
    if (change === null) return manager;
    const next = applied(manager, change);
    const batch = table.batch();
    const fields = Object.fromEntries(Object.entries(change).map(([field, value]) => [field, value ?? FieldValue.delete()]));
    batch.update(stored.ref, { ...fields, updatedAt: FieldValue.serverTimestamp() }, { lastUpdateTime: stored.updateTime });
    batch.set(table.managerPresence(managerId), { page: storedNotice(next) }, { mergeFields: ['page'] });
    if (isOpen(next) !== isOpen(manager)) listInDirectory(batch, table, managerId, next);
    return (await isAccepted(batch.commit())) ? next : AGAIN;
  });
  forgetOpen(cloud, managerId);
  forgetFound(cloud, changed.slug);
  return changed;
}

function applied(manager: StoredManager, change: PageStateChange): StoredManager {
  const entries = Object.entries({ ...manager, ...change }).filter(([, value]) => value !== null);
  return Object.fromEntries(entries) as unknown as StoredManager;
}
