import { FieldValue, type QueryDocumentSnapshot, Timestamp } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import { isAccepted } from '../db.ts';
import { logs } from '../logs.ts';
import { pagesOf } from '../pages-of.ts';

const PAGE = 300;
/** The scheduled function times out after 240 seconds; scheduled replies and the last page take some of them. The next run continues. */
const RUN_MS = 100_000;

/** Wakes every snoozed conversation whose time has come; returns the number. Safe to run twice or late. */
export async function wakeConversations(platform: Platform): Promise<number> {
  const until = platform.now() + RUN_MS;
  const due = (await platform.tables())
    .conversationsOfAll()
    .where('status', '==', 'snoozed')
    .where('snoozedUntil', '<=', Timestamp.fromMillis(platform.now()));
  let count = 0;
  for await (const page of pagesOf(due, PAGE)) {
    const woken = await Promise.all(page.map(wake));
    count += woken.filter(Boolean).length;
    if (platform.now() > until) break;
  }
  if (count > 0) logs.conversationsWoken(count);
  return count;
}

/** `false` if the manager or the visitor wrote first: their change stays. */
function wake({ ref, updateTime }: QueryDocumentSnapshot): Promise<boolean> {
  return isAccepted(
    ref.update({ status: 'open', snoozedUntil: null, updatedAt: FieldValue.serverTimestamp() }, { lastUpdateTime: updateTime }),
  );
}
