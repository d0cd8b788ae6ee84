import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { PREVIEW_MAX, SECTION_MAX } from './limits.ts';
import { Message, type Sender } from './message.ts';
import { ConversationId, Email, line, MessageId, MessageText, PersonName, Slug, Time, TypedResumeCode } from './schema.ts';
import { previewOf } from './text.ts';

export const Status = z.enum(['open', 'snoozed', 'closed']);
export type Status = z.output<typeof Status>;

/** Where the inbox keeps a conversation: the manager's own list, unsure first messages, or spam. */
export const Tray = z.enum(['inbox', 'requests', 'spam']);
export type Tray = z.output<typeof Tray>;

/** What a visitor said of themselves. */
export interface Visitor {
  /** Empty when the visitor gave none. */
  name: string;
  email?: string;
  /** A BCP 47 tag, from the browser. */
  locale: string;
}

export interface LastMessage<T> {
  id: string;
  sender: Sender;
  preview: string;
  at: T;
}

/**
 * A conversation as it is stored: its own summary, so that the inbox never opens messages.
 * `T` is the store's own type of time. docs/data-model.md names the one writer of each field.
 */
export interface ConversationDocument<T> {
  visitor: Visitor;
  status: Status;
  tray: Tray;
  lastMessage: LastMessage<T>;
  /** The visitor's messages that the manager has not seen. */
  unread: number;
  messageCount: number;
  labels: string[];
  pinned: boolean;
  snoozedUntil: T | null;
  /** Raising it ends every session and live reading of this conversation at the next event. */
  epoch: number;
  /** The rate limiter's memory (see rate-limit.ts): ms since the epoch. */
  tat: number;
  /** What on the page it started from, or `null`. */
  section: string | null;
  createdAt: T;
  updatedAt: T;
}

/** What of a message its conversation repeats. */
export function lastMessageOf<T>(message: { id: string; sender: Sender; text: string; at: T }): LastMessage<T> {
  return { id: message.id, sender: message.sender, preview: previewOf(message.text, PREVIEW_MAX), at: message.at };
}

/** A conversation as its visitor gets it from the API: nothing of the manager's own notes, labels or trays. */
export const VisitorConversation = z.strictObject({
  id: ConversationId,
  managerId: z.string(),
  status: Status,
  name: z.string(),
  messageCount: z.int(),
  createdAt: Time,
});
export type VisitorConversation = z.output<typeof VisitorConversation>;

/** A conversation opened in a browser. `token` signs in for live reading; `null` when it could not be made: then poll. */
export const OpenConversation = z.strictObject({
  conversation: VisitorConversation,
  messages: z.array(Message),
  token: z.string().nullable(),
});
export type OpenConversation = z.output<typeof OpenConversation>;

export const startConversationEndpoint = endpoint({
  method: 'POST',
  path: '/api/conversations',
  summary: 'Starts a conversation with its first message. The browser makes the code; the same code again is the same conversation.',
  caller: 'anyone',
  body: z.strictObject({
    slug: Slug,
    code: TypedResumeCode,
    messageId: MessageId,
    text: MessageText,
    name: PersonName.optional(),
    email: Email.optional(),
    section: line(SECTION_MAX).optional(),
  }),
  answer: OpenConversation,
  problems: ['unknown-slug', 'message-conflict', 'busy', 'foreign-origin', 'body-too-large', 'unsupported-content-type', 'malformed-json'],
});

export const openConversationEndpoint = endpoint({
  method: 'GET',
  path: '/api/conversations',
  summary: "This browser's conversation with the manager of a page: its summary and last 50 messages.",
  caller: 'visitor',
  query: z.strictObject({ slug: Slug }),
  answer: OpenConversation,
  problems: ['unknown-slug', 'session-ended'],
});
