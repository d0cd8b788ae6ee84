import type { Effect } from '../conversations/apply-effect.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { takingBack } from '../conversations/standing.ts';
import type { Act } from './act.ts';
import { canBeFiled, whyNotFiled } from './filing.ts';

export const archive = {
  name: 'archive',
  label: 'Archive',
  icon: 'archive',
  key: 'e',
  places: () => ['row end', 'header button', 'swipe end'],
  canApply: (conversations) => conversations.every((one) => canBeFiled(one) && one.status !== 'archived'),
  whyNot: (conversations) => whyNotFiled(conversations) ?? 'Only conversations outside the archive can be archived.',
  change: () => ({ status: 'archived' }),
  said: (_, who) => `Archived ${who}.`,
  undo: takingBack,
} satisfies Act;

/** A conversation as its manager's reply leaves it, before the server has said so. */
export function replied(conversation: Conversation): Conversation {
  return { ...conversation, status: 'open', snoozedUntilMs: null, tray: 'inbox', unread: 0 };
}

/** Archives what was just answered. Undoing it leaves the reply, and the conversation in the inbox. */
export const archivingAfterReply: Effect = {
  change: archive.change,
  said: (_, who) => `Sent, and archived ${who}.`,
  undo: takingBack,
};
