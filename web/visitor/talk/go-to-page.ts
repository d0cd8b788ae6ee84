import { type ResumeCode, resumeLink } from '@foyer/domain/resume-code';
import type { ResumedConversation } from '@foyer/domain/session';
import { createKeeper } from './keeper.ts';
import { keptCodes } from './kept-codes.ts';

/**
 * Goes to the page of a conversation that a code has just opened in this browser. If the browser keeps the code of another conversation on
 * that page, the page asks first, as it does for a link: from then on only that code opens the other conversation.
 */
export function goToPage({ conversation, slug }: ResumedConversation, code: ResumeCode): void {
  const keeper = createKeeper(conversation.managerId, () => localStorage);
  const kept = keeper.read();
  const loses = kept.conversationId !== conversation.id && keptCodes(kept).some((other) => other !== code);
  if (!loses) keeper.change(({ pending }) => ({ conversationId: conversation.id, code, isCodeSeen: true, isCodeCopied: true, pending }));
  location.assign(loses ? resumeLink('', slug, code) : `/${slug}`);
}
