import type { VisitorDetails } from '@foyer/domain/visitor';
import { handleEnding } from '../talk/endings.ts';
import { sentenceOf } from '../talk/sentence-of.ts';
import type { Talk } from '../talk/talk.ts';
import type { ControlApi } from './control-api.ts';
import { insist } from './insist.ts';

/** Changes what the manager sees about this visitor. Returns a sentence on failure. */
export async function changeVisitor(talk: Talk, api: ControlApi, details: VisitorDetails): Promise<string | null> {
  const { state, set } = talk;
  const { conversation } = state;
  if (!conversation) return null;
  try {
    const { name, email } = await insist(() => api.changeVisitor(conversation.id, details));
    // The visitor may have opened another conversation since.
    if (state.conversation?.id === conversation.id) set({ conversation: { ...state.conversation, name, email } });
    return null;
  } catch (cause) {
    return handleEnding(talk, cause) ? null : sentenceOf(cause);
  }
}
