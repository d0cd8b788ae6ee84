import { takingBack } from '../conversations/conversation-state.ts';
import { words } from '../words.ts';
import type { Act } from './act.ts';

export const unblock = {
  name: 'unblock',
  label: words.unblock,
  icon: 'unblock',
  places: () => ['menu end'],
  canApply: (conversations) => conversations.every(({ isBlocked }) => isBlocked),
  whyNot: ({ length: count }) => words.notBlocked({ count }),
  change: () => ({ isBlocked: false }),
  said: words.unblocked,
  undo: takingBack,
} satisfies Act;
