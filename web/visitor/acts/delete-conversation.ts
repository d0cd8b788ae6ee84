import { ApiProblem } from '../../lib/api.ts';
import { heed, startAnew } from '../talk/endings.ts';
import type { Talk } from '../talk/talk.ts';
import type { ControlApi } from './control-api.ts';
import { insist } from './insist.ts';
import { sentenceOf } from './sentence-of.ts';

/** Deletes the conversation for both sides, and what this browser has of it. Returns a sentence when that failed. */
export async function deleteConversation(talk: Talk, api: ControlApi): Promise<string | null> {
  try {
    await insist(() => api.remove(talk.state.conversation?.id ?? ''));
  } catch (cause) {
    // By an attempt whose answer was lost, or by the other side.
    const isDeleted = cause instanceof ApiProblem && cause.code === 'conversation-deleted';
    if (!isDeleted) return heed(talk, cause) ? null : sentenceOf(cause);
  }
  startAnew(talk, 'The conversation is deleted.', true);
  return null;
}
