import { z } from 'zod';
import { endpoint, WRITE_PROBLEMS } from './endpoint.ts';
import { ConversationId, MessageId, MessageText, Time } from './schema.ts';

/** The two people of a conversation. */
export const Sender = z.enum(['visitor', 'manager']);
export type Sender = z.output<typeof Sender>;

/** A message as it is stored. `T` is the store's own type of time. */
export interface MessageDocument<T> {
  sender: Sender;
  text: string;
  createdAt: T;
  replyTo?: string;
}

/** A message as a manager writes it. `now` is how the store spells the time of the write. */
export const managersMessage = <Now>(now: z.ZodType<Now>) =>
  z.strictObject({ sender: z.literal('manager'), text: MessageText, createdAt: now, replyTo: MessageId.optional() });

/** A message on the wire. */
export const Message = z.strictObject({
  id: MessageId,
  sender: Sender,
  text: z.string(),
  createdAt: Time,
  replyTo: MessageId.optional(),
});
export type Message = z.output<typeof Message>;

export const sendMessageEndpoint = endpoint({
  method: 'POST',
  path: '/api/conversations/{conversationId}/messages',
  summary: 'Sends a further message. The same id with the same text is stored once, however often it is sent.',
  caller: 'visitor',
  params: z.strictObject({ conversationId: ConversationId }),
  body: z.strictObject({ messageId: MessageId, text: MessageText, replyTo: MessageId.optional() }),
  answer: Message,
  problems: [
    'code-as-message',
    'session-ended',
    'conversation-deleted',
    'unknown-slug',
    'blocked',
    'message-conflict',
    'sending-paused',
    'busy',
    ...WRITE_PROBLEMS,
  ],
});
