import type { ReportReason, reportConversationEndpoint } from '@foyer/domain/report';
import { normaliseText } from '@foyer/domain/text';
import { call } from '../../lib/api.ts';
import type { Proof } from '../auth/proof.ts';

/** Reports a conversation to the host of the site. The note may be empty. Throws `ApiProblem`. */
export async function reportConversation(proof: Proof, conversationId: string, reason: ReportReason, note: string): Promise<void> {
  const said = normaliseText(note);
  const body = said === '' ? { reason } : { reason, note: said };
  const path = '/api/conversations/{conversationId}/report';
  await call<typeof reportConversationEndpoint>('PUT', path, { params: { conversationId }, body }, await proof());
}
