import type { ResumeCode } from '@foyer/domain/resume-code';
import type { ResumedConversation } from '@foyer/domain/session';
import { resumeLink } from '@foyer/domain/written-code';
import { createKeeper } from './keeper.ts';
import { keptCodes } from './kept-codes.ts';

/**
 * Goes to the page of a conversation that a code has just opened in this browser. If the browser keeps another conversation's code for that
 * page, the page asks first, as for a link: from then on only that code opens the other conversation.
 */
export function goToPage({ conversation, slug }: ResumedConversation, code: ResumeCode): void {
  const keeper = createKeeper(conversation.managerId, () => localStorage);
  const kept = keeper.read();
  const loses = kept.conversationId !== conversation.id && keptCodes(kept).some((other) => other !== code);
  if (!loses) keeper.change(({ pending }) => ({ conversationId: conversation.id, code, isCodeSeen: true, isCodeCopied: true, pending }));
  // Without its page, a conversation is on the plain pages.
  if (conversation.isOffline) location.assign(`/api/forms/conversations?slug=${slug}`);
  else location.assign(loses ? resumeLink('', slug, code) : `/${slug}`);
}
