import { type ConversationDocument, lastMessageOf, type Status, type Tray, type Visitor } from '@foyer/domain/conversation';
import type { MessageDocument, Sender } from '@foyer/domain/message';
import { makeResumeCode, type ResumeCode } from '@foyer/domain/resume-code';
import { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';

/** A conversation to look at. Times are told from the moment of seeding, so that an inbox is never old. */
export interface ExampleConversation {
  visitor: Visitor;
  /** The title of what the visitor had before their eyes, or `null`. */
  section: string | null;
  status?: Status;
  /** Where it lies, if not in the inbox. */
  tray?: Tray;
  /** How many of the visitor's messages the manager has not seen. */
  unread: number;
  messages: readonly { from: Sender; hoursAgo: number; text: string }[];
}

export interface ConversationToStore {
  conversation: ConversationDocument<Timestamp>;
  messages: readonly { id: string; message: MessageDocument<Timestamp> }[];
}

/** The documents of a conversation as if it had been held up to `nowMs`. Throws where there is no message. */
export function documentsOf(example: ExampleConversation, nowMs: number): ConversationToStore {
  const messages = example.messages.map(({ from, hoursAgo, text }) => ({
    id: nanoid(),
    message: { sender: from, text, createdAt: Timestamp.fromMillis(Math.round(nowMs - hoursAgo * 3_600_000)) },
  }));
  const [first, last] = [messages[0], messages.at(-1)];
  if (!first || !last) throw new Error('a conversation has a message');
  const { visitor, section, status = 'open', tray = 'inbox', unread } = example;
  return {
    messages,
    conversation: {
      visitor,
      status,
      tray,
      lastMessage: lastMessageOf({ id: last.id, ...last.message, at: last.message.createdAt }),
      unread,
      messageCount: messages.length,
      labels: [],
      pinned: false,
      snoozedUntil: null,
      blockedAt: null,
      epoch: 0,
      tat: 0,
      dayTat: 0,
      section,
      createdAt: first.message.createdAt,
      updatedAt: last.message.createdAt,
    },
  };
}

/** The resume code of the `index`th example, always the same: everybody may know it, so it must exist nowhere but in emulators. */
export function exampleCode(index: number): ResumeCode {
  return makeResumeCode(Uint8Array.from({ length: 19 }, (_, place) => 9 * index + 11 * place ** 2 + 29 * place));
}
