import { z } from 'zod';
import { ofConversation, Status } from './conversation.ts';
import { endpoint, MANAGER_PROBLEMS } from './endpoint.ts';
import { MessageId, Participant } from './schema.ts';

/** A conversation to take along. Times are ISO 8601, UTC. */
export const ExportedConversation = z.strictObject({
  /** Of the page, as an address. */
  page: z.string(),
  manager: z.string(),
  visitor: z.strictObject({ name: z.string(), email: z.string().optional(), locale: z.string() }),
  /** Only in the manager's copy: visitors aren't told how a manager files them. */
  status: Status.optional(),
  section: z.string().nullable(),
  startedAt: z.string(),
  exportedAt: z.string(),
  messages: z.array(
    z.strictObject({
      id: MessageId,
      kind: z.string(),
      sender: Participant,
      /** What the message says; of a kind that this version can't show, a sentence that says so. */
      text: z.string(),
      sentAt: z.string(),
      replyTo: MessageId.optional(),
    }),
  ),
});
export type ExportedConversation = z.output<typeof ExportedConversation>;

export const exportConversationEndpoint = endpoint({
  method: 'GET',
  path: '/api/conversations/{conversationId}/export',
  summary: 'Everything in a conversation as a file: JSON, or a page of HTML that opens without a network.',
  caller: 'either',
  checksRevocation: true,
  params: ofConversation,
  query: z.strictObject({ format: z.enum(['json', 'html']).default('json') }),
  answer: ExportedConversation,
  problems: [...MANAGER_PROBLEMS, 'session-ended', 'conversation-deleted', 'unknown-conversation', 'too-fast'],
});
