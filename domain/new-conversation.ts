import { afterMessage, lastMessageOf } from './after-message.ts';
import type { ConversationDocument } from './conversation.ts';
import { CONVERSATION_VERSION } from './conversation-versions.ts';
import type { MessageDocument } from './message.ts';

/** What is decided about a conversation before it has messages. */
type Given<T> = Pick<ConversationDocument<T>, 'visitor' | 'tray' | 'section' | 'tat' | 'dayTat'>;

/** A conversation as its first message starts it. `now` is how the store spells the time of the write. */
export function newConversation<T>(given: Given<T>, first: { id: string; message: MessageDocument<T> }, now: T): ConversationDocument<T> {
  const empty: ConversationDocument<T> = {
    version: CONVERSATION_VERSION,
    ...given,
    status: 'open',
    lastMessage: lastMessageOf(first.id, first.message, now),
    unread: 0,
    messageCount: 0,
    labels: [],
    pinned: false,
    snoozedUntil: null,
    blockedAt: null,
    epoch: 0,
    endedSessions: [],
    codeTat: 0,
    createdAt: now,
    updatedAt: now,
  };
  return withMessage(empty, first, now);
}

/** A conversation that is known as a whole, after one more message. */
export function withMessage<T>(
  conversation: ConversationDocument<T>,
  added: { id: string; message: MessageDocument<T> },
  now: T,
): ConversationDocument<T> {
  return { ...conversation, ...afterMessage(conversation, added, { now, oneMore: (count = 0) => count + 1 }) };
}
