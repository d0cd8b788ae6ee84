import { takingBack } from '../conversations/standing.ts';
import type { Act } from './act.ts';
import { inNumber } from './in-number.ts';

export const spam = {
  name: 'spam',
  label: 'Spam',
  icon: 'spam',
  key: '!',
  // For a request it is one of two answers. In the inbox it is rare, and a phone's header has no room for it.
  places: ({ tray }) => (tray === 'inbox' ? ['row', 'wide header', 'narrow menu'] : ['row', 'header']),
  canApply: (conversations) => conversations.every(({ tray }) => tray !== 'spam'),
  whyNot: (conversations) => inNumber(conversations, 'It is in spam already.', () => 'Some of them are in spam already.'),
  change: () => ({ tray: 'spam' }),
  said: (_, who) => `Moved ${who} to spam.`,
  undo: takingBack,
} satisfies Act;
