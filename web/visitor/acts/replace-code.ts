import { makeResumeCode, type ResumeCode } from '@foyer/domain/resume-code';
import { ApiProblem } from '../../lib/api.ts';
import { heed } from '../talk/endings.ts';
import type { Keeper } from '../talk/keeper.ts';
import type { Talk } from '../talk/talk.ts';
import type { ControlApi } from './control-api.ts';
import { insist } from './insist.ts';
import { sentenceOf } from './sentence-of.ts';

/**
 * Gives the conversation another code. It is kept here before it is asked for, beside the old one, and a lost answer is asked for again with
 * the same code, so that the way back is never lost. Returns a sentence when that failed; both codes are kept while it is not known which
 * of them is right.
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
    // Another device has replaced this one since, or chance has made it twice.
    const isTaken = cause instanceof ApiProblem && cause.code === 'code-in-use';
    if (isTaken || !isUnsure) keeper.change(({ newCode: _, ...kept }) => kept);
    if (isTaken && !isLastTry) return replaceCode(talk, api, true);
    return heed(talk, cause) ? null : sentenceOf(cause);
  }
}

/** From now on it is the new code that opens the conversation. */
export function settleCode(keeper: Keeper, code: ResumeCode): void {
  keeper.change(({ newCode: _, ...kept }) => ({ ...kept, code, isCodeSeen: false, isCodeCopied: false }));
}
