import type { ResumeCode } from '@foyer/domain/resume-code';
import { goToPage } from '../talk/go-to-page.ts';
import { giveBackOthers } from '../talk/returning.ts';
import { sentenceOf } from '../talk/sentence-of.ts';
import { show } from '../talk/show.ts';
import type { Talk } from '../talk/talk.ts';

/** Opens a code's conversation in this browser, on its own page if that is another one. Returns a sentence on failure. */
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
    show(talk, opened);
    outbox.retry();
    return null;
  } catch (cause) {
    return sentenceOf(cause);
  }
}
