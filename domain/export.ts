import { z } from 'zod';
import { ofConversation, Status } from './conversation.ts';
import { endpoint, MANAGER_PROBLEMS } from './endpoint.ts';
import { MessageId, Participant } from './schema.ts';

const isoTime = z.string().describe('ISO 8601, UTC.');

export const ExportedConversation = z.strictObject({
  page: z.string().describe('The address of the page.'),
  manager: z.string(),
  visitor: z.strictObject({ name: z.string(), email: z.string().optional(), locale: z.string() }),
  /** Only in the manager's copy: visitors don't see how a manager files them. */
  status: Status.optional(),
  section: z.string().nullable(),
  startedAt: isoTime,
  exportedAt: isoTime,
  messages: z.array(
    z.strictObject({
      id: MessageId,
      kind: z.string(),
      sender: Participant,
      /** The message's text; a sentence that says so if this version can't show its kind. */
      text: z.string(),
      sentAt: isoTime,
      replyTo: MessageId.optional(),
    }),
  ),
});
export type ExportedConversation = z.output<typeof ExportedConversation>;

export const exportConversationEndpoint = endpoint({
  method: 'GET',
  path: '/api/conversations/{conversationId}/export',
  summary: 'Export a conversation',
  description: 'Returns everything in the conversation as a file: JSON, or an HTML page that opens offline.',
  caller: 'either',
  checksRevocation: true,
  params: ofConversation,
  query: z.strictObject({
    format: z.enum(['json', 'html']).default('json').describe('JSON for programs, or HTML for people.'),
    language: z
      .string()
      .max(100)
      .meta({
        description:
          'The language of the HTML page, as a BCP 47 tag. English if Foyer doesn’t speak it; that of the public page if you leave it out.',
        examples: ['de'],
      })
      .optional(),
  }),
  answer: ExportedConversation,
  problems: [...MANAGER_PROBLEMS, 'session-ended', 'conversation-deleted', 'unknown-conversation', 'too-fast'],
});
