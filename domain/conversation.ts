import { z } from 'zod';
import { endpoint, MANAGER_PROBLEMS, WRITE_PROBLEMS } from './endpoint.ts';
import { LABELS_MAX, PREVIEW_MAX } from './limits.ts';
import { Message } from './message.ts';
import { MANAGER, type ParticipantId } from './participant.ts';
import { ConversationId, Email, KeptId, line, MessageId, MessageText, PersonName, Slug, Time, TypedResumeCode } from './schema.ts';

export const Status = z.enum(['open', 'snoozed', 'archived']);
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
  sender: ParticipantId;
  preview: string;
  at: T;
}

/**
 * A conversation as it is stored: the manager's record of it, with its own summary, so that the inbox never opens messages. Visitors can't
 * read it. `T` is the store's own type of time. docs/data-model.md names the one writer of each field. Read it through
 * `upgradeConversation`: older versions lack fields.
 */
export interface ConversationDocument<T> {
  version: number;
  visitor: Visitor;
  status: Status;
  tray: Tray;
  lastMessage: LastMessage<T>;
  /** The visitor's messages that the manager has not seen. */
  unread: number;
  messageCount: number;
  labels: string[];
  pinned: boolean;
  /** Whether the manager gets no notifications from it. */
  isMuted: boolean;
  snoozedUntil: T | null;
  /** Since when the manager takes no more messages here, or `null`. The visitor may still read. */
  blockedAt: T | null;
  /** Raising it ends every session and live reading of this conversation at the next event. */
  epoch: number;
  /** Sessions of this epoch that their browsers have given up, by their ids. */
  endedSessions: string[];
  /** The rate limiter's memory (see rate-limit.ts): ms since the epoch. */
  tat: number;
  /** The same for the limit of a day. */
  dayTat: number;
  /** The same for new codes. */
  codeTat: number;
  /** The title of the project or service that it was begun about, as the page had it then, or `null`. */
  section: string | null;
  createdAt: T;
  updatedAt: T;
}

/** A conversation's labels, by their ids, each once. */
export const LabelIds = z
  .array(KeptId)
  .max(LABELS_MAX)
  .refine((ids) => new Set(ids).size === ids.length, 'A label is on a conversation once.');

/**
 * What a manager decides about a conversation. A write names what it changes, `updatedAt` always, status and time to wake both or neither.
 * `now` is how the store spells the time of the write, `ahead` a time to come.
 */
export const managersState = <Now, Time>(now: z.ZodType<Now>, ahead: z.ZodType<Time>) =>
  z
    .strictObject({
      status: Status,
      snoozedUntil: ahead.nullable(),
      labels: LabelIds,
      pinned: z.boolean(),
      isMuted: z.boolean(),
      tray: Tray,
      blockedAt: now.nullable(),
      updatedAt: now,
    })
    .refine(
      ({ status, snoozedUntil }) => (status === 'snoozed') === (snoozedUntil !== null),
      'Snoozed, and nothing else, has a time to wake.',
    );

/** What a manager decides about a conversation and every store spells alike. */
export type Filing = Omit<z.output<ReturnType<typeof managersState<unknown, unknown>>>, 'snoozedUntil' | 'blockedAt' | 'updatedAt'>;

/** A conversation was read to its end. */
export const readState = <Now>(now: z.ZodType<Now>) => z.strictObject({ unread: z.literal(0), updatedAt: now });

/**
 * What a conversation tells of a manager's reply, in one commit with the message. A reply reopens it and takes it into the inbox.
 * `oneMore` is how the store spells an increment by one.
 */
export const replySummary = <Now, Count>(now: z.ZodType<Now>, oneMore: z.ZodType<Count>) =>
  z.strictObject({
    lastMessage: z.strictObject({ id: MessageId, sender: z.literal(MANAGER), preview: line(PREVIEW_MAX), at: now }),
    messageCount: oneMore,
    unread: z.literal(0),
    status: z.literal('open'),
    snoozedUntil: z.null(),
    tray: z.literal('inbox'),
    updatedAt: now,
  });

/** A conversation as its visitor gets it from the API: nothing of how the manager files it. */
export const VisitorConversation = z
  .strictObject({
    id: ConversationId,
    managerId: z.string(),
    isBlocked: z.boolean().describe('Whether the manager has blocked the visitor, who can still read.'),
    name: z.string().describe('The visitor’s name. Empty if they gave none.'),
    email: z.string().describe('The visitor’s email address, if they gave one.').optional(),
    messageCount: z.int(),
    createdAt: Time,
  })
  .meta({ id: 'Conversation', description: 'A conversation as its visitor sees it.' });
export type VisitorConversation = z.output<typeof VisitorConversation>;

/** A conversation opened in a browser. */
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
    // `askedAbout` in profile.ts says what the manager sees of it.
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

/** How giving a conversation a new code can fail, from the API and from a form. */
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
