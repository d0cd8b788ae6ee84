import type { ConversationState } from '../conversations/conversation-state.ts';
import { words } from '../words.ts';

/** Whether a conversation can be archived and snoozed: in the inbox. */
export function canBeFiled({ tray }: ConversationState): boolean {
  return tray === 'inbox';
}

/** Why not, as a sentence; `null` if all of them can. */
export function whyNotFiled(conversations: readonly ConversationState[]): string | null {
  if (conversations.every(canBeFiled)) return null;
  return words.moveToInboxFirst({ count: conversations.length });
}
