import { CONVERSATION_VERSION } from '@foyer/domain/conversation-versions';
import { FieldPath, type Query, type QueryDocumentSnapshot, Timestamp } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import { isAccepted, type StoredConversation } from '../db.ts';
import { logs } from '../logs.ts';
import { pagesOf } from '../pages-of.ts';

const JOB = 'correctUnread';
const DONE = '\u{10ffff}';

/**
 * Makes `isUnread` true exactly where `unread` is above 0. Open dashboards of version 2 set only `unread` to 0, so that is looked for in every
 * run. Conversations stored before version 3 lack the field: those with unread messages get it once, in runs until one finds none. All
 * others are written by the functions. Safe to repeat. Returns the number.
 */
export async function correctUnread(platform: Platform, page: number): Promise<number> {
  const table = await platform.tables();
  const all = table.conversationsOfAll();
  let count = await correctEach(all.where('isUnread', '==', true).where('unread', '==', 0), page);
  const job = table.job(JOB);
  if ((await job.get()).data()?.path !== DONE) {
    const missing = await correctEach(all.where('unread', '>', 0).orderBy('unread').orderBy(FieldPath.documentId()), page);
    if (missing === 0) await job.set({ at: Timestamp.fromMillis(platform.now()), path: DONE });
    count += missing;
  }
  if (count > 0) logs.conversationsUpgraded(count);
  return count;
}

async function correctEach(query: Query<StoredConversation>, page: number): Promise<number> {
  let count = 0;
  for await (const found of pagesOf(query, page)) {
    const corrected = await Promise.all(found.map(correct));
    count += corrected.filter(Boolean).length;
  }
  return count;
}

/** `false` if it is right already, or changed since it was read: the next run tries again. */
async function correct(conversation: QueryDocumentSnapshot<StoredConversation>): Promise<boolean> {
  const { isUnread } = conversation.data();
  if (conversation.get('isUnread') === isUnread) return false;
  const { ref, updateTime } = conversation;
  return isAccepted(ref.update({ isUnread, version: CONVERSATION_VERSION }, { lastUpdateTime: updateTime }));
}
