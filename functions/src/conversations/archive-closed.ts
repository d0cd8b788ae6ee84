import { CONVERSATION_VERSION } from '@foyer/domain/conversation-versions';
import type { QueryDocumentSnapshot } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import { isAccepted } from '../db.ts';
import { logs } from '../logs.ts';
import { pagesOf } from '../pages-of.ts';

/** Renames `closed` of version 1 to `archived`; open dashboards of version 1 still write it. Safe to repeat. Returns the number. */
export async function archiveClosed(platform: Platform, page: number): Promise<number> {
  const table = await platform.tables();
  // Uses the order of the wake index; a conversation that is not snoozed has no wake time.
  const closed = table.conversationsOfAll().where('status', '==', 'closed').orderBy('snoozedUntil');
  let count = 0;
  for await (const found of pagesOf(closed, page)) {
    const renamed = await Promise.all(found.map(rename));
    count += renamed.filter(Boolean).length;
  }
  if (count > 0) logs.conversationsUpgraded(count);
  return count;
}

/** `false` if the conversation changed since it was read: the next run tries again. */
function rename({ ref, updateTime }: QueryDocumentSnapshot): Promise<boolean> {
  return isAccepted(ref.update({ status: 'archived', version: CONVERSATION_VERSION }, { lastUpdateTime: updateTime }));
}
