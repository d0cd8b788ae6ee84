import { DELETION_DAYS } from '@foyer/domain/page-state';
import { Timestamp } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { Problem } from '../http/problem.ts';
import { logs } from '../logs.ts';
import { changePageState } from '../managers/change-page-state.ts';
import { eraseAccount } from './erase-account.ts';

const WAIT_MS = DELETION_DAYS * 24 * 3600_000;

/**
 * Takes the page offline and sets the time at which the purge erases the account; a repeated request keeps the first time. Returns it in
 * ms since 1970, or `null` if there is no page whose loss could be regretted: such an account is erased immediately. Throws `busy`.
 */
export async function requestDeletion(cloud: Cloud, managerId: string): Promise<number | null> {
  const deletionDueAt = Timestamp.fromMillis(cloud.now() + WAIT_MS);
  try {
    const page = await changePageState(cloud, managerId, (manager) => (manager.deletionDueAt ? null : { deletionDueAt }));
    if (page.deletionDueAt === deletionDueAt) logs.accountDeletionRequested(managerId);
    return (page.deletionDueAt ?? deletionDueAt).toMillis();
  } catch (cause) {
    if (!(cause instanceof Problem && cause.code === 'no-page')) throw cause;
    await eraseAccount(cloud, managerId);
    return null;
  }
}

/** Until the erasure has begun, even if it is due. Throws `no-page` if it has, or `busy`. */
export async function keepAccount(cloud: Cloud, managerId: string): Promise<void> {
  let wasLeaving = false;
  await changePageState(cloud, managerId, (manager) => {
    wasLeaving = manager.deletionDueAt !== undefined;
    return wasLeaving ? { deletionDueAt: null } : null;
  });
  if (wasLeaving) logs.accountDeletionUndone(managerId);
}
