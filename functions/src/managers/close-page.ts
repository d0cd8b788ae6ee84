import type { ClosedReason } from '@foyer/domain/manager';
import { FieldValue, Timestamp } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import { isAccepted } from '../db.ts';
import { listInDirectory } from '../directory/list-manager.ts';
import { logs } from '../logs.ts';

/** Closes a page whose account cannot be used. Nothing is lost: `reopenPage` undoes it. A page that is gone stays gone. */
export async function closePage(platform: Platform, managerId: string, reason: ClosedReason): Promise<void> {
  const table = await platform.tables();
  const batch = table.batch();
  batch.update(table.manager(managerId), { closed: { reason, at: Timestamp.fromMillis(platform.now()) } });
  batch.delete(table.listing(managerId));
  if (await isAccepted(batch.commit())) logs.pageClosed(managerId, reason);
}

/** Opens a page whose account can be used again. A page whose manager deletes it stays closed. */
export async function reopenPage(platform: Platform, managerId: string): Promise<void> {
  const table = await platform.tables();
  const stored = await table.manager(managerId).get();
  const manager = stored.data();
  if (!manager?.closed || !stored.updateTime || manager.closed.reason === 'account-deleted') return;
  const { closed: _, ...open } = manager;
  const batch = table.batch();
  batch.update(stored.ref, { closed: FieldValue.delete() }, { lastUpdateTime: stored.updateTime });
  listInDirectory(batch, table, managerId, open);
  // Refused where the page was changed meanwhile: the next check opens it.
  if (await isAccepted(batch.commit())) logs.pageReopened(managerId);
}
