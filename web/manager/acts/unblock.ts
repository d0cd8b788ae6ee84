import { takingBack } from '../conversations/standing.ts';
import type { Act } from './act.ts';
import { inNumber } from './in-number.ts';

export const unblock = {
  name: 'unblock',
  label: 'Unblock',
  icon: 'unblock',
  places: () => ['menu end'],
  canApply: (conversations) => conversations.every(({ isBlocked }) => isBlocked),
  whyNot: (conversations) => inNumber(conversations, 'This visitor is not blocked.', () => 'Some of these visitors are not blocked.'),
  change: () => ({ isBlocked: false }),
  said: () => 'Unblocked. They can write to you again.',
  undo: takingBack,
} satisfies Act;
