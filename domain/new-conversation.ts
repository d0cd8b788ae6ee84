import { afterMessage, lastMessageOf } from './after-message.ts';
import type { ConversationDocument } from './conversation.ts';
import { CONVERSATION_DEFAULTS } from './conversation-versions.ts';
import type { MessageDocument } from './message.ts';

/** What is decided about a conversation before it has messages. */
type Given<T> = Pick<ConversationDocument<T>, 'visitor' | 'tray' | 'section' | 'tat' | 'dayTat'>;

/** A conversation as its first message starts it. `now` is how the store spells the time of the write. */
export function newConversation<T>(given: Given<T>, first: { id: string; message: MessageDocument<T> }, now: T): ConversationDocument<T> {
  const lastMessage = lastMessageOf(first.id, first.message, now);
  const empty: ConversationDocument<T> = { ...CONVERSATION_DEFAULTS, ...given, lastMessage, createdAt: now, updatedAt: now };
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
