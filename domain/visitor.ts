import { z } from 'zod';
import { ofConversation } from './conversation.ts';
import { endpoint, WRITE_PROBLEMS } from './endpoint.ts';
import { Email, MaybeName } from './schema.ts';

/** An omitted field is unknown. */
export const VisitorDetails = z.strictObject({ name: MaybeName, email: Email.optional() });
export type VisitorDetails = z.output<typeof VisitorDetails>;

export const changeVisitorEndpoint = endpoint({
  method: 'PUT',
  path: '/api/conversations/{conversationId}/visitor',
  summary: 'Change your name and email',
  description:
    'Replaces the name and the email address that the manager sees. An empty name, or no email, removes what was there. Counts as a message for the limits, and changes nothing else of the conversation.',
  caller: 'visitor',
  params: ofConversation,
  body: VisitorDetails,
  answer: VisitorDetails,
  problems: [
    'code-as-message',
    'session-ended',
    'conversation-deleted',
    'unknown-slug',
    'blocked',
    'page-offline',
    'sending-paused',
    'busy',
    ...WRITE_PROBLEMS,
  ],
});
