import { CONVERSATION_VERSION } from '@foyer/domain/conversation-versions';
import type { QueryDocumentSnapshot } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import { isAccepted } from '../db.ts';
import { logs } from '../logs.ts';
import { pagesOf } from '../pages-of.ts';

/**
 * Stores the status of archived conversations by its present name. Version 1 called it `closed`, and so does a dashboard of version 1 that
 * is still open, so this runs with every purge. A run that is cut off, late or repeated changes nothing more. Returns how many it changed.
 */
export async function archiveClosed(platform: Platform, page: number): Promise<number> {
  const table = await platform.tables();
  // In the order of the index that waking has: one that is not snoozed has no time to wake.
  const closed = table.conversationsOfAll().where('status', '==', 'closed').orderBy('snoozedUntil');
  let count = 0;
  for await (const found of pagesOf(closed, page)) {
    const renamed = await Promise.all(found.map(rename));
    count += renamed.filter(Boolean).length;
  }
  if (count > 0) logs.conversationsUpgraded(count);
  return count;
}

/** `false` if the conversation was written in the meantime: the next run looks at it again. */
function rename({ ref, updateTime }: QueryDocumentSnapshot): Promise<boolean> {
  return isAccepted(ref.update({ status: 'archived', version: CONVERSATION_VERSION }, { lastUpdateTime: updateTime }));
}
