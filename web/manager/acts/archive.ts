import type { Effect } from '../conversations/apply-effect.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { takingBack } from '../conversations/conversation-state.ts';
import { words } from '../words.ts';
import type { Act } from './act.ts';
import { canBeFiled, whyNotFiled } from './filing.ts';

export const archive = {
  name: 'archive',
  label: words.archive,
  icon: 'archive',
  key: 'e',
  help: words.archiveOrUnarchive,
  places: () => ['row end', 'header button', 'swipe end'],
  canApply: (conversations) => conversations.every((one) => canBeFiled(one) && one.status !== 'archived'),
  whyNot: (conversations) => whyNotFiled(conversations) ?? words.alreadyArchived({ count: conversations.length }),
  change: () => ({ status: 'archived' }),
  said: words.archived,
  undo: takingBack,
} satisfies Act;

/** A conversation as the manager's reply leaves it, before the server has confirmed that. */
export function replied(conversation: Conversation): Conversation {
  return { ...conversation, status: 'open', snoozedUntilMs: null, tray: 'inbox', unread: 0, isUnread: false };
}

/** Archives a conversation after a reply. Undo keeps the reply and returns the conversation to the inbox. */
export const archivingAfterReply: Effect = {
  change: archive.change,
  said: words.sentAndArchived,
  undo: takingBack,
};
