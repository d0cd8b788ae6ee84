import type { Effect } from '../conversations/apply-effect.ts';
import { takingBack } from '../conversations/standing.ts';
import type { Act } from './act.ts';
import { canBeFiled, whyNotFiled } from './filing.ts';
import { snooze, snoozingUntil } from './snooze.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';

const waking: Effect = {
  change: () => ({ status: 'open' }),
  said: (_, who) => `Unsnoozed ${who}.`,
  undo: takingBack,
};

/** Its dialog also snoozes again, until another time. */
export const wake = {
  name: 'wake',
  label: 'Snooze or unsnooze',
  icon: snooze.icon,
  key: snooze.key,
  help: 'Unsnooze',
  places: snooze.places,
  canApply: (conversations) => conversations.every((one) => canBeFiled(one) && one.status === 'snoozed'),
  whyNot: (conversations) => whyNotFiled(conversations) ?? 'Only snoozed conversations can be unsnoozed.',
  ...waking,
  dialog: ({ workspace, ...asking }) => (
    <SnoozeDialog
      {...asking}
      onChoose={(untilMs) => workspace.change(asking.conversations, snoozingUntil(untilMs))}
      onWake={() => workspace.change(asking.conversations, waking)}
    />
  ),
} satisfies Act;
