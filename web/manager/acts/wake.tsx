import type { Effect } from '../conversations/apply-effect.ts';
import { takingBack } from '../conversations/conversation-state.ts';
import { words } from '../words.ts';
import type { Act } from './act.ts';
import { canBeFiled, whyNotFiled } from './filing.ts';
import { SnoozeDialog } from './late-dialogs.ts';
import { snooze, snoozingUntil } from './snooze.tsx';

const waking: Effect = {
  change: () => ({ status: 'open' }),
  said: words.unsnoozed,
  undo: takingBack,
};

/** Its dialog can also set another time. */
export const wake = {
  name: 'wake',
  label: words.snoozeOrUnsnooze,
  icon: snooze.icon,
  key: snooze.key,
  places: snooze.places,
  canApply: (conversations) => conversations.every((one) => canBeFiled(one) && one.status === 'snoozed'),
  whyNot: (conversations) => whyNotFiled(conversations) ?? words.notSnoozed({ count: conversations.length }),
  ...waking,
  dialog: ({ workspace, ...asking }) => (
    <SnoozeDialog
      {...asking}
      onChoose={(untilMs) => workspace.change(asking.conversations, snoozingUntil(untilMs))}
      onWake={() => workspace.change(asking.conversations, waking)}
    />
  ),
} satisfies Act;
