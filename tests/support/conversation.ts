import { afterMessage } from '@foyer/domain/after-message';
import type { ConversationDocument } from '@foyer/domain/conversation';
import type { MessageDocument } from '@foyer/domain/message';
import { searchable } from '@foyer/domain/message-terms';
import { newConversation } from '@foyer/domain/new-conversation';
import { newTextMessage } from '@foyer/domain/new-message';
import { MANAGER, type ParticipantId, VISITOR } from '@foyer/domain/participant';
import type { Tables } from '@foyer/functions/db';
import { FieldValue, Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';

/** The only way in which tests write conversations and messages without the API. */

export const fromVisitor = (text: string, at = Timestamp.now()): MessageDocument<Timestamp> =>
  newTextMessage({ sender: VISITOR, text }, at);
export const fromManager = (text: string, at = Timestamp.now()): MessageDocument<Timestamp> =>
  newTextMessage({ sender: MANAGER, text }, at);

interface Begun {
  text: string;
  at?: Timestamp;
  /** Differences from an unread conversation in the inbox. */
  traits?: Partial<ConversationDocument<Timestamp>>;
  /** The first message's. */
  messageId?: string;
}

/** A conversation after its first message, with that message. */
export function begun({ text, at = Timestamp.now(), traits = {}, messageId = nanoid() }: Begun) {
  const first = { id: messageId, message: fromVisitor(text, at) };
  const given = { visitor: { name: '', locale: 'en' }, tray: 'inbox', section: null, tat: 0, dayTat: 0 } as const;
  const isUnread = (traits.unread ?? 1) > 0;
  return { first, conversation: { ...newConversation(given, first, at), isUnread, ...traits } };
}

export async function putConversation(table: Tables, managerId: string, conversationId: string, content: Begun): Promise<void> {
  const { first, conversation } = begun(content);
  const batch = table.batch();
  batch.set(table.conversation(managerId, conversationId), conversation);
  batch.set(table.message(managerId, conversationId, first.id), searchable(managerId, first.message));
  await batch.commit();
}

/** Stores a further message of either participant, in one commit with its conversation's changes. Returns its id. */
export async function addMessage(
  table: Tables,
  managerId: string,
  conversationId: string,
  { sender, text }: { sender: ParticipantId; text: string },
): Promise<string> {
  const id = nanoid();
  const now = FieldValue.serverTimestamp();
  const message = searchable(managerId, newTextMessage<FieldValue>({ sender, text }, now));
  const batch = table.batch();
  batch.create(table.message(managerId, conversationId, id), message);
  batch.update(
    table.conversation(managerId, conversationId),
    afterMessage({}, { id, message }, { now, oneMore: () => FieldValue.increment(1) }),
  );
  await batch.commit();
  return id;
}
