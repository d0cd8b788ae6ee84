import { takingBack } from '../conversations/standing.ts';
import type { Act } from './act.ts';
import { block } from './block.ts';
import { inNumber } from './in-number.ts';

export const unblock = {
  name: 'unblock',
  label: 'Unblock',
  icon: 'unblock',
  key: block.key,
  places: ({ tray }) => (tray === 'inbox' ? ['row end', 'menu end'] : ['menu end']),
  canApply: (conversations) => conversations.every(({ isBlocked }) => isBlocked),
  whyNot: (conversations) => inNumber(conversations, 'This visitor is not blocked.', () => 'Some of these visitors are not blocked.'),
  change: () => ({ isBlocked: false }),
  said: () => 'Unblocked. They can write to you again.',
  undo: takingBack,
} satisfies Act;
