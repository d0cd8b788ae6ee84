import type { Visitor } from '@foyer/domain/conversation';
import { type AnyConversation, upgradeConversation } from '@foyer/domain/conversation-versions';
import type { ParticipantId } from '@foyer/domain/participant';
import type { Timestamp } from 'firebase/firestore';
import type { Cursor } from '../../lib/list-query.ts';
import type { Found } from '../../lib/live-query.ts';
import { type ConversationState, stateOf } from './conversation-state.ts';

/** A conversation as the dashboard shows it. */
export interface Conversation extends ConversationState {
  id: string;
  visitor: Visitor;
  lastMessage: { id: string; sender: ParticipantId; preview: string; atMs: number };
  unread: number;
  messageCount: number;
  section: string | null;
  /** Ids of the replies that wait for their time. */
  scheduled: readonly string[];
  createdAtMs: number;
  /** Its place in a list. */
  place: Cursor;
  /** Whether the server hasn't set its time yet: then it is the first in the list. */
  isPlacePending: boolean;
}

/** The field that orders every list of conversations. */
export const NEWEST_BY = 'lastMessage.at';

/** As any version of Foyer stored it. */
export type StoredConversation = AnyConversation<Timestamp>;

/**
 * Whether a conversation is complete. For a deleted one, the SDK returns only the fields that this browser has just written, until the server
 * refuses the write.
 */
export function isWhole({ createdAt }: StoredConversation): boolean {
  return createdAt !== undefined;
}

export function toConversation({ id, data, isTimePending }: Found<StoredConversation>): Conversation {
  const upgraded = upgradeConversation(data);
  const { visitor, lastMessage, unread, messageCount, section, scheduled, createdAt } = upgraded;
  return {
    id,
    visitor,
    ...stateOf(upgraded),
    lastMessage: { id: lastMessage.id, sender: lastMessage.sender, preview: lastMessage.preview, atMs: lastMessage.at.toMillis() },
    unread,
    messageCount,
    section,
    scheduled,
    createdAtMs: createdAt.toMillis(),
    place: { at: lastMessage.at, id },
    isPlacePending: isTimePending,
  };
}
