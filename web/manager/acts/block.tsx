import type { Effect } from '../conversations/apply-effect.ts';
import { takingBack } from '../conversations/conversation-state.ts';
import { words } from '../words.ts';
import type { Act } from './act.ts';
import { BlockDialog } from './late-dialogs.ts';

/** Leaves status and tray alone, so unblocking restores both. */
const blocking: Effect = {
  change: () => ({ isBlocked: true }),
  said: words.blockedDone,
  undo: takingBack,
};

export const block = {
  name: 'block',
  label: words.blockAsk,
  icon: 'blocked',
  places: () => ['menu end'],
  canApply: (conversations) => conversations.every(({ isBlocked }) => !isBlocked),
  whyNot: ({ length: count }) => words.alreadyBlocked({ count }),
  ...blocking,
  dialog: (asking) => <BlockDialog {...asking} onBlock={() => asking.workspace.change(asking.conversations, blocking)} />,
} satisfies Act;
