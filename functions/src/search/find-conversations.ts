import type { Tray } from '@foyer/domain/conversation';
import { ARCHIVED_AS_STORED } from '@foyer/domain/conversation-versions';
import { Filter, type Query, Timestamp } from '@google-cloud/firestore';
import type { StoredConversation, Tables } from '../db.ts';
import { isAbout, isWithin, passes, type Wanted } from './filters.ts';
import type { ReadBudget } from './read-budget.ts';
import { rarestTerm } from './terms-of-query.ts';

export interface FoundConversation {
  id: string;
  conversation: StoredConversation;
}

/** With words, the messages need most of the reads. */
const WITH_WORDS = 10;
const WITHOUT_WORDS = 25;
const PAGES = 2;

const TRAYS: readonly Tray[] = ['inbox', 'requests', 'spam'];

/**
 * Conversations whose names and section have all words of a query, or, without words, those that its filters ask for; the latest first. Days
 * are compared with the latest message.
 */
export async function findConversations(table: Tables, reads: ReadBudget, managerId: string, wanted: Wanted): Promise<FoundConversation[]> {
  const size = wanted.needs.length > 0 ? WITH_WORDS : WITHOUT_WORDS;
  const pages = wanted.needs.length > 0 ? 1 : PAGES;
  const found: FoundConversation[] = [];
  let query = candidates(table.conversations(managerId), wanted);
  for (let page = 0; page < pages && found.length < size; page++) {
    const max = Math.min(size, reads.left);
    if (max === 0) break;
    const docs = await reads.find(query, max);
    for (const doc of docs) {
      const conversation = doc.data();
      const isFound =
        isAbout(conversation, wanted.needs) && passes(conversation, wanted) && isWithin(conversation.lastMessage.at.toMillis(), wanted);
      if (isFound) found.push({ id: doc.id, conversation });
    }
    const last = docs.at(-1);
    if (!last || docs.length < max) break;
    query = query.startAfter(last);
  }
  const sentAt = ({ conversation }: FoundConversation) => conversation.lastMessage.at.toMillis();
  return found.sort((one, other) => sentAt(other) - sentAt(one));
}

/** A query for the most selective of what is wanted; the rest is checked on what it finds. Each has an index. */
function candidates(conversations: Query<StoredConversation>, wanted: Wanted): Query<StoredConversation> {
  const { needs, from, labels, is, in: places } = wanted;
  const words = needs.length > 0 ? needs : from;
  if (words.length > 0) {
    const term = rarestTerm(words);
    const named = Filter.or(Filter.where('terms', 'array-contains', term), Filter.where('aliasTerms', 'array-contains', term));
    return latestFirst(conversations.where(named), wanted);
  }
  if (is.includes('blocked')) return conversations.where('blockedAt', '>', new Timestamp(0, 0)).orderBy('blockedAt', 'desc');
  const [place] = places;
  const isTray = place === 'requests' || place === 'spam';
  const inTrays =
    place === undefined ? conversations.where('tray', 'in', TRAYS) : conversations.where('tray', '==', isTray ? place : 'inbox');
  const [ids] = labels;
  if (ids) {
    const [only = ''] = ids;
    const having = ids.length > 1 ? inTrays.where('labels', 'array-contains-any', ids) : inTrays.where('labels', 'array-contains', only);
    return latestFirst(having, wanted);
  }
  if (is.includes('pinned')) return latestFirst(inTrays.where('pinned', '==', true), wanted);
  if (is.includes('muted')) return latestFirst(inTrays.where('isMuted', '==', true), wanted);
  if (is.includes('unread')) return latestFirst(inTrays.where('isUnread', '==', true), wanted);
  if (place === undefined) return latestFirst(conversations, wanted);
  if (isTray) return latestFirst(inTrays, wanted);
  const status = place === 'inbox' ? ['open'] : place === 'snoozed' ? ['snoozed'] : ARCHIVED_AS_STORED;
  return latestFirst(inTrays.where('status', 'in', status), wanted);
}

function latestFirst(query: Query<StoredConversation>, { beforeMs, afterMs }: Wanted): Query<StoredConversation> {
  let within = query;
  if (beforeMs !== null) within = within.where('lastMessage.at', '<', Timestamp.fromMillis(beforeMs));
  if (afterMs !== null) within = within.where('lastMessage.at', '>=', Timestamp.fromMillis(afterMs));
  return within.orderBy('lastMessage.at', 'desc');
}
