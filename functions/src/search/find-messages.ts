import { isFromVisitor } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import type { FoundMessage } from '@foyer/domain/search';
import { matchesIn, passageOf } from '@foyer/domain/search-match';
import { FieldPath, type Query, type QueryDocumentSnapshot, Timestamp } from '@google-cloud/firestore';
import type { StoredConversation, StoredText, Tables } from '../db.ts';
import { passes, type Wanted } from './filters.ts';
import { type Position, positionText } from './position.ts';
import type { ReadBudget } from './read-budget.ts';
import { rarestTerm } from './terms-of-query.ts';

/** Conversations by id; `undefined` for those that don't exist any more. */
export type KnownConversations = Map<string, StoredConversation | undefined>;

/** Messages on a page, if the reads last so long. */
const MESSAGES_WANTED = 20;

interface Candidate {
  message: FoundMessage;
  position: Position;
}

/**
 * Messages with all words of a query, in conversations that its filters ask for, the latest first. Adds their conversations to `known`. A
 * message whose conversation is gone is being erased, so it isn't found any more. `next` is `null` at the end.
 */
export async function findMessages(
  table: Tables,
  reads: ReadBudget,
  managerId: string,
  wanted: Wanted,
  known: KnownConversations,
  after: Position | null,
): Promise<{ messages: FoundMessage[]; next: string | null }> {
  const messages: FoundMessage[] = [];
  const query = candidates(table, managerId, wanted);
  let last = after;
  // Each message may need its conversation.
  for (let size = sizeOf(reads); size > 0 && messages.length < MESSAGES_WANTED; size = sizeOf(reads)) {
    const docs = await reads.find(last ? query.startAfter(last.at, messageAt(table, managerId, last)) : query, size);
    const found = docs.flatMap((doc) => candidateOf(managerId, wanted, doc));
    await read(table, reads, managerId, found, known);
    for (const { message } of found) {
      const conversation = known.get(message.conversationId);
      if (conversation && passes(conversation, wanted)) messages.push(message);
    }
    last = positionOf(docs.at(-1)) ?? last;
    if (docs.length < size) return { messages, next: null };
  }
  return { messages, next: last && positionText(last) };
}

function sizeOf({ left }: ReadBudget): number {
  return Math.min(MESSAGES_WANTED, Math.floor(left / 2));
}

function candidates(table: Tables, managerId: string, { needs, beforeMs, afterMs }: Wanted): Query<StoredText> {
  let query = table.textsOfAll().where('managerId', '==', managerId).where('terms', 'array-contains', rarestTerm(needs));
  if (beforeMs !== null) query = query.where('createdAt', '<', Timestamp.fromMillis(beforeMs));
  if (afterMs !== null) query = query.where('createdAt', '>=', Timestamp.fromMillis(afterMs));
  return query.orderBy('createdAt', 'desc').orderBy(FieldPath.documentId(), 'desc');
}

/** A message whose text has all words. The terms alone decide nothing. */
function candidateOf(managerId: string, { needs, from }: Wanted, doc: QueryDocumentSnapshot<StoredText>): [Candidate] | [] {
  const { sender, text = '', createdAt } = doc.data();
  const position = positionOf(doc);
  // Nobody can store another manager's id, but a mistake must not show their messages.
  if (!position || !doc.ref.path.startsWith(`${paths.conversations(managerId)}/`)) return [];
  if (from.length > 0 && !isFromVisitor({ sender })) return [];
  const marks = matchesIn(text, needs);
  if (marks === null) return [];
  const { conversationId, messageId } = position;
  const message = { conversationId, messageId, sender, ...passageOf(text, marks), createdAt: createdAt.toMillis() };
  return [{ message, position }];
}

async function read(
  table: Tables,
  reads: ReadBudget,
  managerId: string,
  found: readonly Candidate[],
  known: KnownConversations,
): Promise<void> {
  const missing = [...new Set(found.map(({ position }) => position.conversationId))].filter((id) => !known.has(id));
  const conversations = await reads.get(missing.map((id) => table.conversation(managerId, id)));
  for (const [index, id] of missing.entries()) known.set(id, conversations[index]);
}

function messageAt(table: Tables, managerId: string, { conversationId, messageId }: Position) {
  return table.message(managerId, conversationId, messageId);
}

/** `managers/{managerId}/conversations/{conversationId}/messages/{messageId}` */
function positionOf(doc: QueryDocumentSnapshot<StoredText> | undefined): Position | null {
  const conversationId = doc?.ref.parent.parent?.id;
  return doc && conversationId !== undefined ? { at: doc.data().createdAt, conversationId, messageId: doc.id } : null;
}
