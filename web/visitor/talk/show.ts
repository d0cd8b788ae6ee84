import type { OpenConversation } from '@foyer/domain/conversation';
import type { Message } from '@foyer/domain/message';
import { mergeMessages } from '../../conversation/messages.ts';
import { NOTHING, UNREAD } from '../../conversation/reading.ts';
import { withNewest } from '../../conversation/with-newest.ts';
import type { Talk } from './talk.ts';

/** Shows a conversation that the server has answered with, and keeps it up to date. Loaded with the thread. */
export function show({ state, set, keeper, connect, disconnect }: Talk, opened: OpenConversation): void {
  const { code, newCode, isCodeSeen, isSigningOut } = keeper.read();
  if (isSigningOut) keeper.change((kept) => ({ ...kept, isSigningOut: false }));
  const isSame = state.conversation?.id === opened.conversation.id;
  set({
    phase: 'open',
    ...(isSame ? {} : UNREAD),
    conversation: opened.conversation,
    ...withNewest(isSame ? state : NOTHING, opened.messages, true, opened.conversation.messageCount),
    card: newCode ? 'new-code' : code && !isCodeSeen ? 'code' : null,
  });
  disconnect();
  connect(opened);
}

/** Shows a message that the server has stored. */
export function showSent({ state, set }: Talk, sent: Message): void {
  set({ messages: mergeMessages(state.messages, [sent]) });
}
