import type { ClosedReason } from '@foyer/domain/page-state';
import { FieldValue, Timestamp } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import { isAccepted } from '../db.ts';
import { listInDirectory } from '../directory/list-manager.ts';
import { logs } from '../logs.ts';

/** Closes a page whose account cannot be used; `reopenPage` undoes it. A deleted page stays deleted. */
export async function closePage(platform: Platform, managerId: string, reason: ClosedReason): Promise<void> {
  const table = await platform.tables();
  const batch = table.batch();
  batch.update(table.manager(managerId), { closed: { reason, at: Timestamp.fromMillis(platform.now()) } });
  batch.delete(table.listing(managerId));
  if (await isAccepted(batch.commit())) logs.pageClosed(managerId, reason);
}

/** Does not reopen a page that its manager deleted. */
export async function reopenPage(platform: Platform, managerId: string): Promise<void> {
  const table = await platform.tables();
  const stored = await table.manager(managerId).get();
  const manager = stored.data();
  if (!manager?.closed || !stored.updateTime || manager.closed.reason === 'account-deleted') return;
  const { closed: _, ...open } = manager;
  const batch = table.batch();
  batch.update(stored.ref, { closed: FieldValue.delete() }, { lastUpdateTime: stored.updateTime });
  listInDirectory(batch, table, managerId, open);
  // Refused if the page changed since: the next check opens it.
  if (await isAccepted(batch.commit())) logs.pageReopened(managerId);
}
