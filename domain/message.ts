import { z } from 'zod';
import { MESSAGE_VERSION } from './conversation-versions.ts';
import { endpoint, WRITE_PROBLEMS } from './endpoint.ts';
import { MESSAGE_TERMS_MAX } from './limits.ts';
import { TextContent } from './messages/text-schema.ts';
import { MANAGER, type ParticipantId } from './participant.ts';
import { ConversationId, MessageId, Participant, Time } from './schema.ts';
import { termsSchema } from './search-terms-schema.ts';

/** An envelope with the fields of its kind (domain/messages/). `T`: the store's time. Older versions lack fields: use `upgradeMessage`. */
export interface MessageDocument<T> {
  version: number;
  /** One of `KINDS`, or one that only a newer version knows. */
  kind: string;
  sender: ParticipantId;
  createdAt: T;
  replyTo?: string;
  /** For the kinds `text` and `system`. */
  text?: string;
  /** Whose search finds it, and under which terms (message-terms.ts). Absent until it is indexed. */
  managerId?: string;
  terms?: string[];
}

/** A message as a manager writes it to the store: a text. Dashboards of version 1 omit `version` and `kind`, those before search `terms`. */
export const managersMessage = <Now>(now: z.ZodType<Now>, managerId: z.ZodType<string>) =>
  TextContent.extend({
    version: z.literal(MESSAGE_VERSION).optional(),
    kind: z.literal('text').optional(),
    sender: z.literal(MANAGER),
    createdAt: now,
    replyTo: MessageId.optional(),
    managerId: managerId.optional(),
    terms: termsSchema(MESSAGE_TERMS_MAX).optional(),
  });

/** A message in the API. `text` is its content in words, so every client can show every kind. */
export const Message = z
  .strictObject({
    id: MessageId,
    kind: z.string().describe('What kind of message it is: `text`, `system`, or one that a newer version knows.'),
    sender: Participant,
    text: z.string().describe('What the message says in words, whatever its kind.'),
    createdAt: Time,
    replyTo: MessageId.describe('The message that this one answers.').optional(),
  })
  .meta({ id: 'Message', description: 'A message in a conversation.' });
export type Message = z.output<typeof Message>;

export const sendMessageEndpoint = endpoint({
  method: 'POST',
  path: '/api/conversations/{conversationId}/messages',
  summary: 'Send a message',
  description:
    'Adds a message to the conversation. Sending the same id and text again is safe: the message is stored once. The same id with another text is refused with `message-conflict`.',
  caller: 'visitor',
  params: z.strictObject({ conversationId: ConversationId }),
  body: TextContent.extend({ messageId: MessageId, replyTo: MessageId.optional() }),
  answer: Message,
  problems: [
    'code-as-message',
    'session-ended',
    'conversation-deleted',
    'unknown-slug',
    'blocked',
    'messages-paused',
    'page-offline',
    'message-conflict',
    'sending-paused',
    'busy',
    ...WRITE_PROBLEMS,
  ],
});
