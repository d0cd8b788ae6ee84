import { z } from 'zod';
import { endpoint, MANAGER_PROBLEMS, WRITE_PROBLEMS } from './endpoint.ts';
import type { FaultCode } from './fault.ts';
import { LABELS_MAX, NAME_TERMS_MAX, PREVIEW_MAX } from './limits.ts';
import { Message } from './message.ts';
import { PauseNotice } from './page-control.ts';
import { MANAGER, type ParticipantId } from './participant.ts';
import {
  ConversationId,
  Email,
  KeptId,
  line,
  MaybeName,
  MessageId,
  MessageText,
  PersonName,
  Slug,
  Time,
  TypedResumeCode,
} from './schema.ts';
import { termsSchema } from './search-terms-schema.ts';

export const Status = z.enum(['open', 'snoozed', 'archived']);
export type Status = z.output<typeof Status>;

/** The list that shows a conversation: the inbox, first messages we were unsure about, or spam. */
export const Tray = z.enum(['inbox', 'requests', 'spam']);
export type Tray = z.output<typeof Tray>;

export interface Visitor {
  /** Empty if not given. */
  name: string;
  email?: string;
  /** A BCP 47 tag from the browser. */
  locale: string;
}

export interface LastMessage<T> {
  id: string;
  sender: ParticipantId;
  preview: string;
  at: T;
}

/**
 * The manager's record with its own summary, so the inbox never reads messages. Visitors can't read it. `T` is the store's type of time.
 * docs/data-model.md names the one writer of each field. Older versions lack fields: use `upgradeConversation`.
 */
export interface ConversationDocument<T> {
  version: number;
  visitor: Visitor;
  status: Status;
  tray: Tray;
  lastMessage: LastMessage<T>;
  /** The visitor's messages that the manager has not read. */
  unread: number;
  /** Exactly when `unread` is above 0, for queries: those can't combine an inequality with the order of the lists. */
  isUnread: boolean;
  messageCount: number;
  /** The manager's own name for the visitor, shown instead of theirs. Empty if there is none. */
  alias: string;
  labels: string[];
  pinned: boolean;
  isMuted: boolean;
  snoozedUntil: T | null;
  /** Ids of the replies that wait for their time. */
  scheduled: string[];
  /** When the manager blocked the visitor, or `null`. The visitor can still read. */
  blockedAt: T | null;
  /** Raising it ends every session and live reading of this conversation at the next event. */
  epoch: number;
  /** Ids of sessions of this epoch that their browsers gave up. */
  endedSessions: string[];
  /** The rate limiter's state (see rate-limit.ts): ms since the epoch. */
  tat: number;
  /** The same for the daily limit. */
  dayTat: number;
  /** The same for new codes. */
  codeTat: number;
  /** The title of the project or service it was started from, as shown then, or `null`. */
  section: string | null;
  createdAt: T;
  updatedAt: T;
  /** Search terms of the visitor's name and the section (message-terms.ts). Absent until it is indexed. */
  terms?: string[];
  /** Those of `alias`; absent if it was never set. */
  aliasTerms?: string[];
}

export const LabelIds = z
  .array(KeptId)
  .max(LABELS_MAX)
  .refine((ids) => new Set(ids).size === ids.length, 'duplicate' satisfies FaultCode);

/**
 * The manager's fields of a conversation. A write has the fields it changes and `updatedAt`, and either both or neither of status and wake
 * time, and of the two unread fields. Marked as unread, a conversation has one unread message. `now` is how the store writes the current
 * time, `ahead` a future one.
 */
export const managersState = <Now, Time>(now: z.ZodType<Now>, ahead: z.ZodType<Time>) =>
  z
    .strictObject({
      status: Status,
      snoozedUntil: ahead.nullable(),
      unread: z.literal([0, 1]),
      isUnread: z.boolean(),
      alias: MaybeName,
      aliasTerms: termsSchema(NAME_TERMS_MAX).optional(),
      labels: LabelIds,
      pinned: z.boolean(),
      isMuted: z.boolean(),
      tray: Tray,
      blockedAt: now.nullable(),
      updatedAt: now,
    })
    .refine(({ status, snoozedUntil }) => (status === 'snoozed') === (snoozedUntil !== null), 'not-allowed' satisfies FaultCode)
    .refine(({ unread, isUnread }) => isUnread === unread > 0, 'not-allowed' satisfies FaultCode);

export type Filing = Omit<
  z.output<ReturnType<typeof managersState<unknown, unknown>>>,
  'snoozedUntil' | 'blockedAt' | 'unread' | 'aliasTerms' | 'updatedAt'
>;

/** The update when a conversation was read to its end. */
export const readState = <Now>(now: z.ZodType<Now>) => z.strictObject({ unread: z.literal(0), isUnread: z.literal(false), updatedAt: now });

/**
 * The update of a conversation with a manager's reply, in the same commit as the message. A reply reopens it and moves it to the inbox.
 * `oneMore` is how the store writes an increment by one, `removal` a list without the id of a scheduled reply that is sent right now.
 */
export const replySummary = <Now, Count, Removal>(now: z.ZodType<Now>, oneMore: z.ZodType<Count>, removal: z.ZodType<Removal>) =>
  z.strictObject({
    lastMessage: z.strictObject({ id: MessageId, sender: z.literal(MANAGER), preview: line(PREVIEW_MAX), at: now }),
    messageCount: oneMore,
    unread: z.literal(0),
    isUnread: z.literal(false),
    status: z.literal('open'),
    snoozedUntil: z.null(),
    tray: z.literal('inbox'),
    scheduled: removal.optional(),
    updatedAt: now,
  });

/** A conversation as the API returns it to its visitor, without how the manager files it. */
export const VisitorConversation = z
  .strictObject({
    id: ConversationId,
    managerId: z.string(),
    isBlocked: z.boolean().describe('Whether the manager has blocked the visitor, who can still read.'),
    name: z.string().describe('The visitor’s name. Empty if they gave none.'),
    email: z.string().describe('The visitor’s email address, if they gave one.').optional(),
    messageCount: z.int(),
    createdAt: Time,
    pause: PauseNotice.describe('While new messages are paused.').optional(),
    isOffline: z.literal(true).describe('The page is offline: the conversation can only be read, copied and deleted.').optional(),
    endsAt: Time.describe('When the conversation will be deleted, with the manager’s account.').optional(),
  })
  .meta({ id: 'Conversation', description: 'A conversation as its visitor sees it.' });
export type VisitorConversation = z.output<typeof VisitorConversation>;

export const OpenConversation = z
  .strictObject({
    conversation: VisitorConversation,
    messages: z.array(Message).describe('The last 50 messages, the oldest first.'),
    token: z
      .string()
      .nullable()
      .describe('A Firebase custom token, for reading new messages live from Firestore. `null` if there is none: then poll.'),
  })
  .meta({ id: 'OpenConversation', description: 'A conversation with its latest messages.' });
export type OpenConversation = z.output<typeof OpenConversation>;

export const startConversationEndpoint = endpoint({
  method: 'POST',
  path: '/api/conversations',
  summary: 'Start a conversation',
  description:
    'Sends the first message. You make the resume code and the message id. Sending the same request again is safe: the same code opens the same conversation, and the message is stored once.',
  caller: 'anyone',
  body: z.strictObject({
    slug: Slug,
    code: TypedResumeCode,
    messageId: MessageId,
    text: MessageText,
    name: PersonName.optional(),
    email: Email.optional(),
    // `askedAbout` in profile.ts derives what the manager sees.
    section: KeptId.describe('The project or service on the page that the conversation is about.').optional(),
    recaptchaToken: z.string().max(8192).describe('A reCAPTCHA Enterprise token, where the site uses reCAPTCHA.').optional(),
    proof: z.string().max(2048).describe('The solution of the challenge that came with `challenge-required`.').optional(),
  }),
  answer: OpenConversation,
  problems: [
    'unknown-slug',
    'code-as-message',
    'message-conflict',
    'conversation-deleted',
    'blocked',
    'messages-paused',
    'challenge-required',
    'not-trusted',
    'too-many-conversations',
    'inbox-full',
    'new-conversations-paused',
    'sending-paused',
    'busy',
    ...WRITE_PROBLEMS,
  ],
});

export const openConversationEndpoint = endpoint({
  method: 'GET',
  path: '/api/conversations',
  summary: 'Open the conversation of this browser',
  description: 'Returns the conversation that this browser has with the manager of a page, with its last 50 messages.',
  caller: 'visitor',
  query: z.strictObject({ slug: Slug }),
  answer: OpenConversation,
  problems: ['unknown-slug', 'session-ended', 'conversation-deleted'],
});

export const ofConversation = z.strictObject({ conversationId: ConversationId });

export const deleteConversationEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/conversations/{conversationId}',
  summary: 'Delete a conversation',
  description: 'Deletes the conversation for both sides. Nobody can read it from then on, and its data is erased within a day.',
  caller: 'either',
  checksRevocation: true,
  params: ofConversation,
  answer: null,
  problems: [
    ...MANAGER_PROBLEMS,
    'session-ended',
    'conversation-deleted',
    'unknown-conversation',
    'sending-paused',
    'busy',
    'foreign-origin',
  ],
});

/** The problems of giving a conversation a new code, through the API or a form. */
export const NEW_CODE_PROBLEMS = [
  'session-ended',
  'conversation-deleted',
  'code-in-use',
  'too-many-codes',
  'too-many-new-codes',
  'sending-paused',
  'busy',
] as const;

export const replaceCodeEndpoint = endpoint({
  method: 'PUT',
  path: '/api/conversations/{conversationId}/code',
  summary: 'Replace the resume code',
  description: 'Sets a new resume code, which you make. The old code stops working. Sending the same code again changes nothing.',
  caller: 'visitor',
  params: ofConversation,
  body: z.strictObject({ code: TypedResumeCode }),
  answer: null,
  problems: [...NEW_CODE_PROBLEMS, ...WRITE_PROBLEMS],
});

export const signOutOthersEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/conversations/{conversationId}/sessions',
  summary: 'Sign out other browsers',
  description: 'Ends the sessions of all other browsers that have this conversation open. The resume code still opens it.',
  caller: 'visitor',
  params: ofConversation,
  answer: OpenConversation,
  problems: ['session-ended', 'conversation-deleted', 'sending-paused', 'busy', 'foreign-origin'],
});
