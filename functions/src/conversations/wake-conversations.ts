import { FieldValue, type QueryDocumentSnapshot, Timestamp } from '@google-cloud/firestore';
import { openPlatform, type Platform } from '../cloud.ts';
import { isAccepted } from '../db.ts';
import { logs } from '../logs.ts';
import { pagesOf } from '../pages-of.ts';

/** Conversations woken at once. */
const PAGE = 300;
/** The scheduled function has 240 seconds; the last page of a run takes some of them. What is left is due at the next. */
const RUN_MS = 200_000;

/** The scheduled run. */
export async function wakeDueConversations(): Promise<void> {
  await wakeConversations(openPlatform());
}

/** Opens every snoozed conversation whose time has come; returns how many. Running it twice, or late, changes nothing more. */
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

/** `false` where the manager or the visitor was faster: theirs stands. */
function wake({ ref, updateTime }: QueryDocumentSnapshot): Promise<boolean> {
  return isAccepted(
    ref.update({ status: 'open', snoozedUntil: null, updatedAt: FieldValue.serverTimestamp() }, { lastUpdateTime: updateTime }),
  );
}
