import { z } from 'zod';
import { ofConversation } from './conversation.ts';
import { endpoint, MANAGER_PROBLEMS, WRITE_PROBLEMS } from './endpoint.ts';
import { REPORT_NOTE_MAX } from './limits.ts';
import { prose } from './schema.ts';

export const ReportReason = z.enum(['spam', 'abuse', 'threat', 'other']);
export type ReportReason = z.output<typeof ReportReason>;

/** A report to the site's host. It refers to the conversation and copies nothing of it. `T` is the store's type of time. */
export interface ReportDocument<T> {
  managerId: string;
  reason: ReportReason;
  note: string | null;
  reportedAt: T;
}

export const reportConversationEndpoint = endpoint({
  method: 'PUT',
  path: '/api/conversations/{conversationId}/report',
  summary: 'Report a conversation',
  description: 'Reports the conversation to the host of the site. Reporting it again replaces the earlier report.',
  caller: 'manager',
  checksRevocation: true,
  params: ofConversation,
  body: z.strictObject({ reason: ReportReason, note: prose(REPORT_NOTE_MAX).optional() }),
  answer: null,
  problems: [...MANAGER_PROBLEMS, 'unknown-conversation', 'sending-paused', ...WRITE_PROBLEMS],
});
