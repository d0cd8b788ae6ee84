import type { deleteConversationEndpoint } from '@foyer/domain/conversation';
import { ApiProblem, call } from '../../lib/api.ts';
import type { Proof } from '../auth/proof.ts';

/** Deletes a conversation for both sides. Also succeeds if the visitor deleted it before. Throws `ApiProblem`. */
export async function deleteConversation(proof: Proof, conversationId: string): Promise<void> {
  try {
    const path = '/api/conversations/{conversationId}';
    await call<typeof deleteConversationEndpoint>('DELETE', path, { params: { conversationId } }, await proof());
  } catch (problem) {
    const isGone = problem instanceof ApiProblem && (problem.code === 'unknown-conversation' || problem.code === 'conversation-deleted');
    if (!isGone) throw problem;
  }
}
