import { takingBack } from '../conversations/standing.ts';
import type { Act } from './act.ts';
import { inNumber } from './in-number.ts';

export const block = {
  name: 'block',
  label: 'Block',
  icon: 'blocked',
  key: 'b',
  note: 'They can read, but not write. A new visit without their browser’s cookie is a new conversation.',
  places: () => ['menu end'],
  canApply: (conversations) => conversations.every(({ isBlocked }) => !isBlocked),
  whyNot: (conversations) =>
    inNumber(conversations, 'This visitor is blocked already.', () => 'Some of these visitors are blocked already.'),
  // A request is decided by it, and leaves the requests.
  change: ({ tray }) => ({ status: 'archived', isBlocked: true, ...(tray === 'requests' ? { tray: 'inbox' } : {}) }),
  said: () => 'Blocked. They can read, but not write.',
  undo: takingBack,
} satisfies Act;
