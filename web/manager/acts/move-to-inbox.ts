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
  change: () => ({ status: 'open', tray: 'inbox' }),
  said: (_, who) => `Moved ${who} to your inbox.`,
  undo: takingBack,
} satisfies Act;
