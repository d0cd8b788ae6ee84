import { z } from 'zod';
import { Status, Tray } from './conversation.ts';
import { endpoint, MANAGER_PROBLEMS } from './endpoint.ts';
import { LABELS_MAX, NAME_MAX, SEARCH_MAX } from './limits.ts';
import { ConversationId, KeptId, MessageId, Participant, Time } from './schema.ts';

/** UTF-16 units, the end excluded. */
const Mark = z.tuple([z.int().nonnegative(), z.int().positive()]);

/** What a result shows of its conversation. */
const FoundConversation = z
  .strictObject({
    id: ConversationId,
    name: z.string().describe('The manager’s own name for the visitor, or else the visitor’s. Empty if there is neither.'),
    status: Status,
    tray: Tray,
    isUnread: z.boolean(),
    labels: z.array(KeptId).max(LABELS_MAX),
    section: z.string().max(NAME_MAX).nullable(),
    preview: z.string().describe('The beginning of the latest message.'),
    at: Time.describe('When the latest message was sent.'),
  })
  .meta({ id: 'FoundConversation', description: 'A conversation in the results of a search.' });
export type FoundConversation = z.output<typeof FoundConversation>;

const FoundMessage = z
  .strictObject({
    conversationId: ConversationId,
    messageId: MessageId,
    sender: Participant,
    passage: z.string().describe('The part of the message around the first match, with “…” where it is cut.'),
    marks: z.array(Mark).describe('What matches in `passage`: beginnings and ends in UTF-16 units.'),
    createdAt: Time,
  })
  .meta({ id: 'FoundMessage', description: 'A message in the results of a search.' });
export type FoundMessage = z.output<typeof FoundMessage>;

const SearchResults = z
  .strictObject({
    conversations: z.array(FoundConversation).describe('The conversations of `matching` and `messages`.'),
    matching: z.array(ConversationId).describe('Conversations whose name, section or filters match, the latest first. On the first page.'),
    messages: z.array(FoundMessage).describe('The latest first.'),
    next: z.string().nullable().describe('For `after`, if there may be more. A page may be empty and still have a next one.'),
  })
  .meta({ id: 'SearchResults' });
export type SearchResults = z.output<typeof SearchResults>;

export const searchEndpoint = endpoint({
  method: 'GET',
  path: '/api/search',
  summary: 'Search conversations',
  description:
    'Finds conversations and messages of the signed-in manager. Several words must all occur; the last one may be a beginning. Words in quotes must follow each other. Filters: `from:`, `label:`, `is:`, `in:`, `before:`, `after:`.',
  caller: 'manager',
  checksRevocation: true,
  query: z.strictObject({
    q: z
      .string()
      .min(1)
      .max(SEARCH_MAX)
      .meta({ examples: ['invoice from:mina after:2026-01-31'] }),
    after: z.string().max(200).describe('The `next` of the page before.').optional(),
  }),
  answer: SearchResults,
  problems: [...MANAGER_PROBLEMS, 'too-fast', 'busy'],
});
