import { takingBack } from '../conversations/conversation-state.ts';
import { words } from '../words.ts';
import type { Act } from './act.ts';

export const moveToInbox = {
  name: 'move-to-inbox',
  label: words.moveToInbox,
  icon: 'inbox',
  key: 'm',
  places: () => ['row end', 'header button'],
  canApply: (conversations) => conversations.every(({ tray }) => tray !== 'inbox'),
  whyNot: ({ length: count }) => words.alreadyInInbox({ count }),
  change: () => ({ status: 'open', tray: 'inbox' }),
  said: words.movedToInbox,
  undo: takingBack,
} satisfies Act;
