import type { ConversationDocument } from '@foyer/domain/conversation';
import type { MessageDocument } from '@foyer/domain/message';
import { newConversation } from '@foyer/domain/new-conversation';
import { newTextMessage } from '@foyer/domain/new-message';
import { VISITOR } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import { Timestamp } from 'firebase/firestore';

/** Two managers, A with two conversations and B with one: all the people and documents of the rules tests. */

export const A = 'manager-a';
export const B = 'manager-b';
export const CONVERSATION = 'c1'.repeat(16);
export const NEIGHBOUR = 'c2'.repeat(16);
export const CONVERSATION_OF_B = 'cb'.repeat(16);

/** The epoch of every seeded conversation. */
export const EPOCH = 3;

/** The session of every visitor's token, and one that every seeded conversation has ended. */
export const SESSION = 'session1';
export const ENDED_SESSION = 'session0';

/** A message id with a readable name, padded to 21 symbols. */
export const messageId = (name: string): string => name.padEnd(21, '_');

export const FIRST = messageId('first');

export const conversationPath = paths.conversation(A, CONVERSATION);
export const messagePath = (id: string): string => paths.message(A, CONVERSATION, id);
export const notePath = (id: string): string => `${conversationPath}/notes/${id}`;
export const scheduledPath = (id: string): string => paths.scheduledReply(A, CONVERSATION, id);
export const labelPath = (id: string): string => `${paths.manager(A)}/labels/${id}`;
export const contactPath = (name: string): string => paths.contact(A, messageId(name));
export const cannedReplyPath = (id: string): string => `${paths.manager(A)}/cannedReplies/${id}`;

/** Defaults to an hour: past any throttle, and in the future for as long as the suite can run. */
export const earlier = (ms = 3_600_000): Timestamp => Timestamp.fromMillis(Date.now() - ms);
export const later = (ms = 3_600_000): Timestamp => Timestamp.fromMillis(Date.now() + ms);

export function conversation(changes: Partial<ConversationDocument<Timestamp>> = {}): ConversationDocument<Timestamp> {
  const given = {
    visitor: { name: 'Ines', email: 'ines@example.com', locale: 'pt-PT' },
    tray: 'inbox',
    section: null,
    tat: 0,
    dayTat: 0,
  } as const;
  const started = newConversation(given, { id: FIRST, message: message() }, earlier());
  const { unread = 2 } = changes;
  return { ...started, unread, isUnread: unread > 0, messageCount: 2, epoch: EPOCH, endedSessions: [ENDED_SESSION], ...changes };
}

export function message(): MessageDocument<Timestamp> {
  return newTextMessage({ sender: VISITOR, text: 'Hello' }, earlier());
}
