import { nameTermsOf, searchable } from '@foyer/domain/message-terms';
import { FieldPath, type QueryDocumentSnapshot, Timestamp } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import { isAccepted, type JobDocument, type StoredConversation, type StoredMessage, type Tables } from '../db.ts';
import { logs } from '../logs.ts';

const MESSAGES = 'indexMessages';
const CONVERSATIONS = 'indexConversations';
const DONE = '\u{10ffff}';
/** The purge has a minute left after its own time. */
const RUN_MS = 40_000;
/** As in count-messages.ts: allows for clock differences. */
const SETTLED_MS = 2 * 60_000;
/** Dashboards that were open when search came write replies without terms, until they are reloaded. */
const OLD_DASHBOARDS_MS = 30 * 24 * 3600_000;

/**
 * Gives terms to messages and conversations that were stored before search, `page` at a time, from where the last run ended. Reads each once;
 * after a month, one read says that nothing is left. Safe to repeat and to interrupt. Returns the number changed.
 */
export async function indexStored(platform: Platform, page: number): Promise<number> {
  const table = await platform.tables();
  const until = platform.now() + RUN_MS;
  let count = 0;
  for (const next of [nextConversations, nextMessages]) {
    for (let left = true; left && platform.now() < until; ) {
      const indexed = await next(table, platform.now(), page);
      count += indexed.count;
      left = indexed.isMore;
    }
  }
  if (count > 0) logs.searchIndexed(count);
  return count;
}

interface Indexed {
  count: number;
  isMore: boolean;
}

const NOTHING: Indexed = { count: 0, isMore: false };

async function nextMessages(table: Tables, nowMs: number, page: number): Promise<Indexed> {
  const place = table.job(MESSAGES);
  const job = (await place.get()).data();
  if (job?.path === DONE) return NOTHING;
  const settled = Timestamp.fromMillis(nowMs - SETTLED_MS);
  const { docs } = await messagesAfter(table, job, settled).limit(page).get();
  const indexed = await Promise.all(docs.map(indexMessage));
  const last = docs.at(-1);
  const isMore = docs.length === page;
  const endsAt = job?.endsAt ?? Timestamp.fromMillis(nowMs + OLD_DASHBOARDS_MS);
  // After the last page, no id of a conversation stays here.
  const position = last && isMore ? { at: last.data().createdAt, path: last.ref.path } : { at: settled, path: '' };
  const isOver = !isMore && nowMs > endsAt.toMillis();
  await place.set(isOver ? { at: settled, path: DONE } : { ...position, endsAt });
  return { count: indexed.filter(Boolean).length, isMore };
}

/** Several messages can have the same time, so the path breaks ties. */
function messagesAfter(table: Tables, job: JobDocument | undefined, until: Timestamp) {
  const all = table.messagesOfAll().where('createdAt', '<=', until).orderBy('createdAt').orderBy(FieldPath.documentId());
  if (!job) return all;
  return job.path === '' ? all.startAfter(job.at) : all.startAfter(job.at, table.messageAt(job.path));
}

/** `false` if it has its terms, or was deleted since. */
async function indexMessage(message: QueryDocumentSnapshot<StoredMessage>): Promise<boolean> {
  const { managerId = '', terms = [] } = searchable(managerOf(message), message.data());
  if (message.data().terms) return false;
  return isAccepted(message.ref.update({ managerId, terms }, { lastUpdateTime: message.updateTime }));
}

async function nextConversations(table: Tables, nowMs: number, page: number): Promise<Indexed> {
  const place = table.job(CONVERSATIONS);
  const { path: last = '' } = (await place.get()).data() ?? {};
  if (last === DONE) return NOTHING;
  const all = table.conversationsOfAll().orderBy(FieldPath.documentId());
  const { docs } = await (last === '' ? all : all.startAfter(last)).limit(page).get();
  const missing = docs.filter((conversation) => termsMissing(conversation.data()) !== null);
  const indexed = await Promise.all(missing.map((conversation) => indexConversation(table, conversation)));
  const isMore = docs.length === page;
  await place.set({ at: Timestamp.fromMillis(nowMs), path: (isMore && docs.at(-1)?.ref.path) || DONE });
  return { count: indexed.filter(Boolean).length, isMore };
}

/** Reads it again: both sides may change it meanwhile, and no later run comes by. */
function indexConversation(table: Tables, { ref }: QueryDocumentSnapshot<StoredConversation>): Promise<boolean> {
  return table.transaction(async (transaction) => {
    const conversation = (await transaction.get(ref)).data();
    const terms = conversation ? termsMissing(conversation) : null;
    if (terms) transaction.update(ref, terms);
    return terms !== null;
  });
}

function termsMissing({ visitor, section, alias, terms, aliasTerms }: StoredConversation) {
  const isNamed = alias === '' || aliasTerms !== undefined;
  if (terms && isNamed) return null;
  return { ...(terms ? {} : { terms: nameTermsOf(visitor.name, section) }), ...(isNamed ? {} : { aliasTerms: nameTermsOf(alias) }) };
}

/** `managers/{managerId}/conversations/{conversationId}/messages/{messageId}` */
function managerOf({ ref }: QueryDocumentSnapshot<StoredMessage>): string {
  return ref.parent.parent?.parent.parent?.id ?? '';
}
