import type { Effect } from '../conversations/apply-effect.ts';
import { takingBack } from '../conversations/standing.ts';
import type { Act } from './act.ts';
import { BlockDialog } from './block-dialog.tsx';
import { inNumber } from './in-number.ts';

/** Changes nothing else: where the conversation lies is another act's, so unblocking brings back what was. */
const blocking: Effect = {
  change: () => ({ isBlocked: true }),
  said: () => 'Blocked. They can read, but not write.',
  undo: takingBack,
};

export const block = {
  name: 'block',
  label: 'Block …',
  icon: 'blocked',
  help: 'Block',
  places: () => ['menu end'],
  canApply: (conversations) => conversations.every(({ isBlocked }) => !isBlocked),
  whyNot: (conversations) =>
    inNumber(conversations, 'This visitor is blocked already.', () => 'Some of these visitors are blocked already.'),
  ...blocking,
  dialog: (asking) => <BlockDialog {...asking} onBlock={() => asking.workspace.change(asking.conversations, blocking)} />,
} satisfies Act;
