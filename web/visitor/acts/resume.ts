import type { ResumeCode } from '@foyer/domain/resume-code';
import { goToPage } from '../talk/go-to-page.ts';
import { giveBackOthers } from '../talk/returning.ts';
import type { Talk } from '../talk/talk.ts';
import { sentenceOf } from './sentence-of.ts';

/** Opens the conversation of a code in this browser, on its own page if it isn't on this one. Returns a sentence when that failed. */
export async function resume(talk: Talk, code: ResumeCode): Promise<string | null> {
  const { api, keeper, outbox } = talk;
  try {
    const opened = await api.resume(code);
    const { id: conversationId, managerId } = opened.conversation;
    if (managerId !== keeper.managerId) {
      goToPage(opened, code);
      return null;
    }
    keeper.change(({ pending }) => ({ conversationId, code, isCodeSeen: true, isCodeCopied: true, pending }));
    giveBackOthers(talk);
    talk.show(opened);
    outbox.retry();
    return null;
  } catch (cause) {
    return sentenceOf(cause);
  }
}
