import { ApiProblem } from '../../lib/api.ts';
import { handleEnding, startOver } from '../talk/endings.ts';
import { sentenceOf } from '../talk/sentence-of.ts';
import type { Talk } from '../talk/talk.ts';
import { cards } from '../words.ts';
import type { ControlApi } from './control-api.ts';
import { insist } from './insist.ts';

/** Deletes the conversation for both sides, and this browser's data about it. Returns a sentence on failure. */
export async function deleteConversation(talk: Talk, api: ControlApi): Promise<string | null> {
  try {
    await insist(() => api.remove(talk.state.conversation?.id ?? ''));
  } catch (cause) {
    // By an attempt whose answer was lost, or by the other side.
    const isDeleted = cause instanceof ApiProblem && cause.code === 'conversation-deleted';
    if (!isDeleted) return handleEnding(talk, cause) ? null : sentenceOf(cause);
  }
  startOver(talk, cards.deleted, true);
  return null;
}
