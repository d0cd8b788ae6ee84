import type { ConversationDocument, Visitor } from '@foyer/domain/conversation';
import type { Sender } from '@foyer/domain/message';
import type { Timestamp } from 'firebase/firestore';
import type { Cursor, Found } from '../../lib/live-query.ts';
import { type Standing, standingOf } from './standing.ts';

/** A conversation as the dashboard shows it. */
export interface Conversation extends Standing {
  id: string;
  visitor: Visitor;
  lastMessage: { id: string; sender: Sender; preview: string; atMs: number };
  unread: number;
  section: string | null;
  createdAtMs: number;
  /** Its place in a list. */
  place: Cursor;
  /** Whether its place is still the server's to give: then it stands before all others. */
  isPlacePending: boolean;
}

/** The field that orders every list of conversations. */
export const NEWEST_BY = 'lastMessage.at';

export type StoredConversation = ConversationDocument<Timestamp>;

/**
 * Whether a conversation is all there. Over one that was deleted the SDK shows what this browser has just written, and nothing else, until
 * the server refuses it.
 */
export function isWhole({ createdAt }: Partial<StoredConversation>): boolean {
  return createdAt !== undefined;
}

export function toConversation({ id, data, isTimePending }: Found<StoredConversation>): Conversation {
  const { visitor, lastMessage, unread, section, createdAt } = data;
  return {
    id,
    visitor,
    ...standingOf(data),
    lastMessage: { id: lastMessage.id, sender: lastMessage.sender, preview: lastMessage.preview, atMs: lastMessage.at.toMillis() },
    unread,
    section,
    createdAtMs: createdAt.toMillis(),
    place: { at: lastMessage.at, id },
    isPlacePending: isTimePending,
  };
}
