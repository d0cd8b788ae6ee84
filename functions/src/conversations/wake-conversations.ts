import { FieldValue, Timestamp } from '@google-cloud/firestore';
import { openPlatform, type Platform } from '../cloud.ts';
import { STORE_ERROR, storeErrorCode, tables } from '../db.ts';
import { logs } from '../logs.ts';

/** Conversations woken in one run; what is left is due at the next. */
const BATCH = 300;

/** The scheduled run. */
export async function wakeDueConversations(): Promise<void> {
  await wakeConversations(openPlatform());
}

/** Opens every snoozed conversation whose time has come; returns how many. Running it twice, or late, changes nothing more. */
export async function wakeConversations(platform: Platform): Promise<number> {
  const table = tables(await platform.firestore());
  const due = await table
    .conversationsOfAll()
    .where('status', '==', 'snoozed')
    .where('snoozedUntil', '<=', Timestamp.fromMillis(platform.now()))
    .limit(BATCH)
    .get();
  const woken = await Promise.all(
    due.docs.map((snapshot) =>
      snapshot.ref
        .update({ status: 'open', snoozedUntil: null, updatedAt: FieldValue.serverTimestamp() }, { lastUpdateTime: snapshot.updateTime })
        .then(() => 1)
        .catch((error: unknown) => {
          // The manager or the visitor was faster: theirs stands.
          if ([STORE_ERROR.failedPrecondition, STORE_ERROR.notFound].some((code) => code === storeErrorCode(error))) return 0;
          throw error;
        }),
    ),
  );
  const count = woken.reduce<number>((sum, one) => sum + one, 0);
  if (count > 0) logs.conversationsWoken(count);
  return count;
}
