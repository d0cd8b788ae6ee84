import type { ResumeCode } from '@foyer/domain/resume-code';
import { giveBackOthers } from '../talk/returning.ts';
import type { Talk } from '../talk/talk.ts';
import { sentenceOf } from './sentence-of.ts';

/** Opens the conversation of a code in this browser. Returns a sentence when that failed. */
export async function resume(talk: Talk, code: ResumeCode): Promise<string | null> {
  const { api, keeper, outbox } = talk;
  try {
    const opened = await api.resume(code);
    const { id: conversationId } = opened.conversation;
    keeper.change(({ pending }) => ({ conversationId, code, isCodeSeen: true, isCodeCopied: true, pending }));
    giveBackOthers(talk);
    talk.show(opened);
    outbox.retry();
    return null;
  } catch (cause) {
    return sentenceOf(cause);
  }
}
