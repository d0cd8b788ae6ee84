import { isManagerRole } from '@foyer/domain/participant';
import { type QueryDocumentSnapshot, Timestamp, type Transaction } from '@google-cloud/firestore';
import type { AlertDocument, Tables } from '../db.ts';
import { pagesOf } from '../pages-of.ts';

/** The queue of mails: alerts whose `mailDueAt` is set. */
export type Queued = QueryDocumentSnapshot<AlertDocument>;

const PAGE = 300;
/** One receiver's alerts in one mail. Beyond that, a second mail follows. */
const OF_ONE_MAX = 1500;
/** Firestore allows 500 writes per commit. */
const BATCH = 400;

/** Everyone with a mail that is due: managers by their id, visitors by their conversation. Each once. */
export async function receivers(table: Tables, nowMs: number): Promise<AlertDocument[]> {
  const found = new Map<string, AlertDocument>();
  for await (const page of pagesOf(table.alerts().where('mailDueAt', '<=', Timestamp.fromMillis(nowMs)), PAGE)) {
    for (const alert of page) {
      const { to, managerId, conversationId } = alert.data();
      found.set(`${to} ${isManagerRole(to) ? managerId : conversationId}`, alert.data());
    }
  }
  return [...found.values()];
}

/** All of one receiver's queue, due or not, the earliest first. */
export async function queueOf(table: Tables, { to, managerId, conversationId }: AlertDocument): Promise<Queued[]> {
  const ofReceiver = isManagerRole(to)
    ? table.alerts().where('managerId', '==', managerId)
    : table.alerts().where('conversationId', '==', conversationId);
  const queued: Queued[] = [];
  for await (const page of pagesOf(ofReceiver.where('to', '==', to).where('mailDueAt', '>', Timestamp.fromMillis(0)), PAGE)) {
    queued.push(...page);
    if (queued.length >= OF_ONE_MAX) break;
  }
  return queued;
}

export function isDue(alert: Queued, nowMs: number): boolean {
  return (alert.data().mailDueAt?.toMillis() ?? Number.POSITIVE_INFINITY) <= nowMs;
}

/**
 * Takes alerts out of the queue, or moves them to a later time; the last commit also has what `finish` adds. Alerts of a conversation that
 * was erased meanwhile are skipped: they must not keep the rest from being marked as mailed.
 */
export async function requeue(
  table: Tables,
  queued: readonly Queued[],
  mailDueAt: Timestamp | null,
  finish: (transaction: Transaction) => void = () => {},
): Promise<void> {
  const refs = queued.map(({ ref }) => ref);
  for (let from = 0, isLast = false; !isLast; from += BATCH) {
    isLast = from + BATCH >= refs.length;
    const some = refs.slice(from, from + BATCH);
    await table.transaction(async (transaction) => {
      const found = some.length === 0 ? [] : await transaction.getAll(...some);
      for (const alert of found) if (alert.exists) transaction.update(alert.ref, { mailDueAt });
      if (isLast) finish(transaction);
    });
  }
}
