import { takingBack } from '../conversations/standing.ts';
import type { Act } from './act.ts';
import { inNumber } from './in-number.ts';

export const moveToInbox = {
  name: 'move-to-inbox',
  label: 'Move to inbox',
  icon: 'inbox',
  key: 'm',
  places: () => ['row end', 'header button'],
  canApply: (conversations) => conversations.every(({ tray }) => tray !== 'inbox'),
  whyNot: (conversations) => inNumber(conversations, 'It is in your inbox already.', () => 'Some of them are in your inbox already.'),
  // What is let in is there to be answered; a blocked visitor's conversation is not.
  change: ({ isBlocked }) => ({ status: isBlocked ? 'archived' : 'open', tray: 'inbox' }),
  said(conversations, who) {
    if (conversations.every(({ isBlocked }) => isBlocked)) return `Moved ${who} to Archive, still blocked.`;
    return conversations.some(({ isBlocked }) => isBlocked)
      ? `Moved ${who} to your inbox. Those of blocked visitors are in Archive.`
      : `Moved ${who} to your inbox.`;
  },
  undo: takingBack,
} satisfies Act;
