import type { Answer } from '@foyer/domain/endpoint';
import type { FoundConversation, searchEndpoint } from '@foyer/domain/search';
import { isEmptySearch, parseSearch } from '@foyer/domain/search-query';
import type { Cloud } from '../cloud.ts';
import type { StoredConversation } from '../db.ts';
import { isImpossible, resolved } from './filters.ts';
import { findConversations } from './find-conversations.ts';
import { findMessages, type KnownConversations } from './find-messages.ts';
import type { Position } from './position.ts';
import { ReadBudget } from './read-budget.ts';

type Results = Answer<typeof searchEndpoint>;

const NOTHING: Results = { conversations: [], matching: [], messages: [], next: null };

/**
 * A page of what a manager's query finds: conversations by name, section or filters on the first page, and messages by their words. Reads at
 * most `READS_MAX` documents. With filters alone it lists conversations.
 */
export async function search(cloud: Cloud, managerId: string, typed: string, after: Position | null): Promise<Results> {
  const query = parseSearch(typed);
  if (isEmptySearch(query)) return NOTHING;
  const table = await cloud.tables();
  const reads = new ReadBudget(table);
  const wanted = await resolved(table, reads, managerId, query);
  if (isImpossible(wanted)) return NOTHING;
  const matching = after ? [] : await findConversations(table, reads, managerId, wanted);
  const known: KnownConversations = new Map(matching.map(({ id, conversation }) => [id, conversation]));
  const { messages, next } =
    query.needs.length > 0 ? await findMessages(table, reads, managerId, wanted, known, after) : { messages: [], next: null };
  const shown = new Set([...matching.map(({ id }) => id), ...messages.map(({ conversationId }) => conversationId)]);
  const conversations = [...shown].flatMap((id) => {
    const conversation = known.get(id);
    return conversation ? [summaryOf(id, conversation)] : [];
  });
  return { conversations, matching: matching.map(({ id }) => id), messages, next };
}

function summaryOf(id: string, conversation: StoredConversation): FoundConversation {
  const { alias, visitor, status, tray, isUnread, labels, section, lastMessage } = conversation;
  return {
    id,
    name: alias || visitor.name,
    status,
    tray,
    isUnread,
    labels,
    section,
    preview: lastMessage.preview,
    at: lastMessage.at.toMillis(),
  };
}
