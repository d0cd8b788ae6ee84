import type { ReportReason } from '@foyer/domain/report';
import { FieldValue } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { logs } from '../logs.ts';
import { conversationOfManager } from './current-conversation.ts';

export interface Report {
  reason: ReportReason;
  note?: string | undefined;
}

/** A later report replaces an earlier one. Throws `unknown-conversation`. */
export async function reportConversation(cloud: Cloud, managerId: string, conversationId: string, { reason, note }: Report): Promise<void> {
  await conversationOfManager(cloud, managerId, conversationId);
  await (await cloud.tables())
    .report(conversationId)
    .set({ managerId, reason, note: note ?? null, reportedAt: FieldValue.serverTimestamp() });
  logs.conversationReported(managerId, conversationId);
}
