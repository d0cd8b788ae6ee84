import type { VisitorDetails } from '@foyer/domain/visitor';
import { ApiProblem } from '../../lib/api.ts';
import { heed } from '../talk/endings.ts';
import type { Talk } from '../talk/talk.ts';
import type { ControlApi } from './control-api.ts';
import { insist } from './insist.ts';
import { sentenceOf } from './sentence-of.ts';

/** Changes what the manager sees of this visitor. Returns a sentence when that failed. */
export async function changeVisitor(talk: Talk, api: ControlApi, details: VisitorDetails): Promise<string | null> {
  const { state, set } = talk;
  const { conversation } = state;
  if (!conversation) return null;
  try {
    const { name, email } = await insist(() => api.changeVisitor(conversation.id, details));
    // Another conversation may have been opened meanwhile.
    if (state.conversation?.id === conversation.id) set({ conversation: { ...state.conversation, name, email } });
    return null;
  } catch (cause) {
    if (heed(talk, cause)) return null;
    const wrong = cause instanceof ApiProblem ? cause.body.errors?.[0]?.message : undefined;
    return wrong ?? sentenceOf(cause);
  }
}
