import { afterMessage, lastMessageOf } from './after-message.ts';
import type { ConversationDocument } from './conversation.ts';
import { CONVERSATION_DEFAULTS } from './conversation-versions.ts';
import type { MessageDocument } from './message.ts';
import { nameTermsOf } from './message-terms.ts';

type Given<T> = Pick<ConversationDocument<T>, 'visitor' | 'tray' | 'section' | 'tat' | 'dayTat'>;

/** A new conversation with its first message. `now` is how the store writes the current time. */
export function newConversation<T>(given: Given<T>, first: { id: string; message: MessageDocument<T> }, now: T): ConversationDocument<T> {
  const lastMessage = lastMessageOf(first.id, first.message, now);
  const terms = nameTermsOf(given.visitor.name, given.section);
  const empty: ConversationDocument<T> = { ...CONVERSATION_DEFAULTS, ...given, terms, lastMessage, createdAt: now, updatedAt: now };
  return withMessage(empty, first, now);
}

export function withMessage<T>(
  conversation: ConversationDocument<T>,
  added: { id: string; message: MessageDocument<T> },
  now: T,
): ConversationDocument<T> {
  return { ...conversation, ...afterMessage(conversation, added, { now, oneMore: (count = 0) => count + 1 }) };
}
