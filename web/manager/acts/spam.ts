import { takingBack } from '../conversations/conversation-state.ts';
import { words } from '../words.ts';
import type { Act } from './act.ts';

export const spam = {
  name: 'spam',
  label: words.markAsSpam,
  icon: 'spam',
  key: '!',
  // For a request it is one of two answers. In the inbox it is rare, and a phone's header has no room for it.
  places: ({ tray }) => (tray === 'inbox' ? ['row', 'wide header', 'narrow menu'] : ['row', 'header']),
  canApply: (conversations) => conversations.every(({ tray }) => tray !== 'spam'),
  whyNot: ({ length: count }) => words.alreadySpam({ count }),
  change: () => ({ tray: 'spam' }),
  said: words.movedToSpam,
  undo: takingBack,
} satisfies Act;
