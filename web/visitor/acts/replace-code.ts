import { makeResumeCode } from '@foyer/domain/resume-code';
import { ApiProblem } from '../../lib/api.ts';
import { settleCode } from '../talk/come-back.ts';
import { handleEnding } from '../talk/endings.ts';
import { sentenceOf } from '../talk/sentence-of.ts';
import type { Talk } from '../talk/talk.ts';
import type { ControlApi } from './control-api.ts';
import { insist } from './insist.ts';

/**
 * Replaces the conversation's code. Stores the new code next to the old one before the request, and repeats a request whose answer was lost
 * with the same code, so the person always keeps a valid one. Returns a sentence on failure; keeps both codes while it is unknown which one
 * is valid.
 */
export async function replaceCode(talk: Talk, api: ControlApi, isLastTry = false): Promise<string | null> {
  const { keeper, state } = talk;
  const conversationId = state.conversation?.id ?? '';
  const before = keeper.read().newCode;
  const newCode = before ?? makeResumeCode(crypto.getRandomValues(new Uint8Array(19)));
  keeper.change((kept) => ({ ...kept, newCode }));
  let isUnsure = before !== undefined;
  try {
    await insist(
      () => api.replaceCode(conversationId, newCode),
      () => {
        isUnsure = true;
      },
    );
    settleCode(keeper, newCode);
    return null;
  } catch (cause) {
    // Another device has replaced this code since, or the same code was made twice by chance.
    const isTaken = cause instanceof ApiProblem && cause.code === 'code-in-use';
    if (isTaken || !isUnsure) keeper.change(({ newCode: _, ...kept }) => kept);
    if (isTaken && !isLastTry) return replaceCode(talk, api, true);
    return handleEnding(talk, cause) ? null : sentenceOf(cause);
  }
}
