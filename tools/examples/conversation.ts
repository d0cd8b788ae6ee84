import type { ConversationDocument, Status, Tray, Visitor } from '@foyer/domain/conversation';
import type { MessageDocument } from '@foyer/domain/message';
import { newConversation, withMessage } from '@foyer/domain/new-conversation';
import { newTextMessage } from '@foyer/domain/new-message';
import type { ParticipantId } from '@foyer/domain/participant';
import { makeResumeCode, type ResumeCode } from '@foyer/domain/resume-code';
import { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';

/** An example conversation. Times are relative to the seeding, so an inbox is never old. */
export interface ExampleConversation {
  visitor: Visitor;
  /** The title of the item that the visitor asked about, or `null`. */
  section: string | null;
  status?: Status;
  /** The default is the inbox. */
  tray?: Tray;
  unread: number;
  messages: readonly { from: ParticipantId; hoursAgo: number; text: string }[];
}

export interface ConversationToStore {
  conversation: ConversationDocument<Timestamp>;
  messages: readonly { id: string; message: MessageDocument<Timestamp> }[];
}

/** The documents of a conversation as of `nowMs`. Throws if there is no message. */
export function documentsOf(example: ExampleConversation, nowMs: number): ConversationToStore {
  const messages = example.messages.map(({ from, hoursAgo, text }) => ({
    id: nanoid(),
    message: newTextMessage({ sender: from, text }, Timestamp.fromMillis(Math.round(nowMs - hoursAgo * 3_600_000))),
  }));
  const [first, ...further] = messages;
  if (!first) throw new Error('a conversation has a message');
  const { visitor, section, status = 'open', tray = 'inbox', unread } = example;
  const started = newConversation({ visitor, section, tray, tat: 0, dayTat: 0 }, first, first.message.createdAt);
  const held = further.reduce((before, added) => withMessage(before, added, added.message.createdAt), started);
  return { messages, conversation: { ...held, status, tray, unread, isUnread: unread > 0 } };
}

/** The resume code of the `index`th example. It is always the same and public, so it must exist only in emulators. */
export function exampleCode(index: number): ResumeCode {
  return makeResumeCode(Uint8Array.from({ length: 19 }, (_, place) => 9 * index + 11 * place ** 2 + 29 * place));
}
