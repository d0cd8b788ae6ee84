import { takingBack } from '../conversations/conversation-state.ts';
import { words } from '../filing-words.ts';
import type { Act } from './act.ts';

/** Its key and the next are those of Gmail. */
export const markUnread = {
  name: 'mark-unread',
  label: words.markUnread,
  icon: 'unread',
  key: 'Shift+U',
  places: () => ['menu'],
  canApply: (conversations) => conversations.every(({ isUnread }) => !isUnread),
  whyNot: ({ length: count }) => words.alreadyUnread({ count }),
  change: () => ({ isUnread: true }),
  isLeft: true,
  said: words.markedUnread,
  undo: takingBack,
} satisfies Act;

/** Undone, a conversation has one unread message. */
export const markRead = {
  name: 'mark-read',
  label: words.markRead,
  icon: 'read',
  key: 'Shift+I',
  places: markUnread.places,
  canApply: (conversations) => conversations.every(({ isUnread }) => isUnread),
  whyNot: ({ length: count }) => words.alreadyRead({ count }),
  change: () => ({ isUnread: false }),
  said: words.markedRead,
  undo: takingBack,
} satisfies Act;
