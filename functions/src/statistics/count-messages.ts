import { dayAt, dayOfMonth, monthOf } from '@foyer/domain/days';
import { isFromManager, isFromVisitor } from '@foyer/domain/participant';
import { FieldPath, FieldValue, Timestamp, type WriteBatch } from '@google-cloud/firestore';
import { openPlatform, type Platform } from '../cloud.ts';
import { isRefusedPrecondition, type JobDocument, type StoredManager, type StoredMessage, type Tables } from '../db.ts';
import { logs } from '../logs.ts';
import { type Messages, takeDownWaits } from './take-down-waits.ts';

/** A message has the time of its commit, and is found at once; this much is left for clocks that differ. */
const SETTLED_MS = 2 * 60_000;
/** Messages of one batch: with three documents for each of them it stays below 500 writes. */
const PAGE = 150;
/** Batches of one run; what is left is due at the next. */
const PAGES_MAX = 200;

/** The scheduled run. */
export async function countDueMessages(): Promise<void> {
  await countMessages(openPlatform());
}

/**
 * Counts every message once, by day and sender, and takes down how long visitors waited. Returns how many it counted. The counts and the
 * place up to which they go are one commit, on the condition that the place is where it was: a run that is cut off, repeated, or beside
 * another one counts nothing twice. Messages of conversations that are deleted before their turn are not counted.
 */
export async function countMessages(platform: Platform, page: number = PAGE): Promise<number> {
  const table = await platform.tables();
  let total = 0;
  for (let pages = 0; pages < PAGES_MAX; pages++) {
    const count = await countPage(table, platform.now(), page);
    total += count ?? 0;
    if (count === null || count < page) break;
  }
  if (total > 0) logs.messagesCounted(total);
  return total;
}

/** How many messages this page had, or `null` when another run has counted them. */
async function countPage(table: Tables, nowMs: number, size: number): Promise<number | null> {
  const place = table.job('countMessages');
  const job = await place.get();
  const until = Timestamp.fromMillis(nowMs - SETTLED_MS);
  const { docs } = await dueMessages(table, job.data(), until).limit(size).get();
  if (docs.length === 0 && (job.data()?.path ?? '') === '') return 0;

  const batch = table.batch();
  for (const [managerId, messages] of Map.groupBy(docs, managerOf)) await countOfManager(table, batch, managerId, messages, nowMs);
  const last = docs.at(-1);
  // With the last page the path is over: nothing of a conversation stays here.
  const next: JobDocument = last && docs.length === size ? { at: last.data().createdAt, path: last.ref.path } : { at: until, path: '' };
  if (job.updateTime) batch.update(place, { ...next }, { lastUpdateTime: job.updateTime });
  else batch.create(place, next);
  try {
    await batch.commit();
    return docs.length;
  } catch (error) {
    // Another run was faster, or a manager has gone since: the next run begins from what is there then.
    if (isRefusedPrecondition(error)) return null;
    throw error;
  }
}

/** What came after the place of a job. Several messages can have one time, so within a time the path decides. */
function dueMessages(table: Tables, job: JobDocument | undefined, until: Timestamp) {
  const due = table.messagesOfAll().where('createdAt', '<=', until).orderBy('createdAt').orderBy(FieldPath.documentId());
  if (!job) return due;
  return job.path === '' ? due.startAfter(job.at) : due.startAfter(job.at, table.messageAt(job.path));
}

async function countOfManager(table: Tables, batch: WriteBatch, managerId: string, messages: Messages, nowMs: number): Promise<void> {
  const manager = (await table.manager(managerId).get()).data();
  if (!manager) return;
  for (const [month, ofMonth] of Map.groupBy(messages, (message) => monthOf(dayOf(message, manager)))) {
    const days = [...Map.groupBy(ofMonth, (message) => dayOf(message, manager))].map(([day, ofDay]) => {
      const count = (isCounted: (message: StoredMessage) => boolean) =>
        FieldValue.increment(ofDay.filter((message) => isCounted(message.data())).length);
      return [dayOfMonth(day), { messages: count(isFromVisitor), replies: count(isFromManager) }];
    });
    batch.set(table.statistics(managerId, month), { days: Object.fromEntries(days) }, { merge: true });
  }
  await takeDownWaits(table, batch, { managerId, manager }, messages, nowMs);
}

function dayOf(message: Messages[number], { profile }: StoredManager): string {
  return dayAt(message.data().createdAt.toMillis(), profile.timeZone);
}

/** `managers/{managerId}/conversations/{conversationId}/messages/{messageId}` */
function managerOf({ ref }: Messages[number]): string {
  return ref.parent.parent?.parent.parent?.id ?? '';
}
