import { dayAt, dayOfMonth, hourAt, monthOf } from '@foyer/domain/days';
import { isFromManager, isFromVisitor } from '@foyer/domain/participant';
import type { Wait } from '@foyer/domain/reply-time';
import { waitHistogram } from '@foyer/domain/wait-histogram';
import { FieldPath, FieldValue, Timestamp, type WriteBatch } from '@google-cloud/firestore';
import { openPlatform, type Platform } from '../cloud.ts';
import { isRefusedPrecondition, type JobDocument, type Tables } from '../db.ts';
import { logs } from '../logs.ts';
import { endedWaits, type Messages, takeDownWaits } from './take-down-waits.ts';

type Counted = Record<'messages' | 'replies' | 'firstReplies', FieldValue> &
  Partial<Record<'waited' | 'hours', Record<string, FieldValue>>>;

/** A message has its commit time and is found immediately; this allows for clock differences. */
const SETTLED_MS = 2 * 60_000;
/** Messages per batch: with three documents each it stays below 500 writes. */
const PAGE = 150;
const PAGES_MAX = 200;

export async function countDueMessages(): Promise<void> {
  await countMessages(openPlatform());
}

/**
 * Counts every message once, by day and sender, and records visitors' waits; returns the number. Counts and position are one commit,
 * conditional on the previous position: an interrupted, repeated or concurrent run counts nothing twice. Messages deleted before their turn
 * are not counted.
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

async function countPage(table: Tables, nowMs: number, size: number): Promise<number | null> {
  const place = table.job('countMessages');
  const job = await place.get();
  const until = Timestamp.fromMillis(nowMs - SETTLED_MS);
  const { docs } = await dueMessages(table, job.data(), until).limit(size).get();
  if (docs.length === 0 && (job.data()?.path ?? '') === '') return 0;

  const batch = table.batch();
  for (const [managerId, messages] of Map.groupBy(docs, managerOf)) await countOfManager(table, batch, managerId, messages, nowMs);
  const last = docs.at(-1);
  // Clears the path after the last page: no id of a conversation stays here.
  const next: JobDocument = last && docs.length === size ? { at: last.data().createdAt, path: last.ref.path } : { at: until, path: '' };
  if (job.updateTime) batch.update(place, { ...next }, { lastUpdateTime: job.updateTime });
  else batch.create(place, next);
  try {
    await batch.commit();
    return docs.length;
  } catch (error) {
    // Another run was faster, or a manager is gone: the next run starts from the current state.
    if (isRefusedPrecondition(error)) return null;
    throw error;
  }
}

/** Messages after the job's position. Several can have the same time, so the path breaks ties. */
function dueMessages(table: Tables, job: JobDocument | undefined, until: Timestamp) {
  const due = table.messagesOfAll().where('createdAt', '<=', until).orderBy('createdAt').orderBy(FieldPath.documentId());
  if (!job) return due;
  return job.path === '' ? due.startAfter(job.at) : due.startAfter(job.at, table.messageAt(job.path));
}

async function countOfManager(table: Tables, batch: WriteBatch, managerId: string, messages: Messages, nowMs: number): Promise<void> {
  const manager = (await table.manager(managerId).get()).data();
  if (!manager) return;
  const { timeZone } = manager.profile;
  const waits = await endedWaits(messages);
  for (const [month, days] of countsByMonth(messages, waits, timeZone)) {
    batch.set(table.statistics(managerId, month), { days }, { merge: true });
  }
  await takeDownWaits(table, batch, { managerId, manager }, waits, nowMs);
}

/** What these messages, and the waits that end in them, add to each day. A wait counts on the day of its reply. */
function countsByMonth(messages: Messages, waits: readonly Wait[], timeZone: string | undefined) {
  const waitsByDay = Map.groupBy(waits, ({ at }) => dayAt(at, timeZone));
  const months = new Map<string, Record<string, Counted>>();
  for (const [day, ofDay] of Map.groupBy(messages, (message) => dayAt(sentAt(message), timeZone))) {
    const ofMonth = months.get(monthOf(day)) ?? {};
    months.set(monthOf(day), { ...ofMonth, [dayOfMonth(day)]: countedOfDay(ofDay, waitsByDay.get(day) ?? [], timeZone) });
  }
  return months;
}

function countedOfDay(messages: Messages, waits: readonly Wait[], timeZone: string | undefined): Counted {
  const [theirs, replies] = [isFromVisitor, isFromManager].map((isCounted) => messages.filter((message) => isCounted(message.data())));
  const hours = Map.groupBy(theirs ?? [], (message) => hourAt(sentAt(message), timeZone));
  return {
    messages: FieldValue.increment(theirs?.length ?? 0),
    replies: FieldValue.increment(replies?.length ?? 0),
    firstReplies: FieldValue.increment(waits.length),
    // An empty map would replace the stored one.
    ...(waits.length > 0 ? { waited: increments(Object.entries(waitHistogram(waits))) } : {}),
    ...(hours.size > 0 ? { hours: increments([...hours].map(([hour, { length }]) => [hour, length])) } : {}),
  };
}

function increments(counts: readonly (readonly [string, number])[]): Record<string, FieldValue> {
  return Object.fromEntries(counts.map(([key, count]) => [key, FieldValue.increment(count)]));
}

function sentAt(message: Messages[number]): number {
  return message.data().createdAt.toMillis();
}

/** `managers/{managerId}/conversations/{conversationId}/messages/{messageId}` */
function managerOf({ ref }: Messages[number]): string {
  return ref.parent.parent?.parent.parent?.id ?? '';
}
