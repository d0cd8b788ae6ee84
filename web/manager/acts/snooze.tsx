import type { Effect } from '../conversations/apply-effect.ts';
import { momentName } from '../conversations/moment-name.ts';
import { takingBack } from '../conversations/standing.ts';
import type { Act } from './act.ts';
import { canBeFiled, whyNotFiled } from './filing.ts';
import { inNumber } from './in-number.ts';
import { SnoozeDialog } from './snooze-dialog.tsx';

/** Snoozes until then, in ms since 1970. */
export function snoozingUntil(snoozedUntilMs: number): Effect {
  return {
    change: () => ({ status: 'snoozed', snoozedUntilMs }),
    said: (_, who) => `Snoozed ${who} until ${momentName(snoozedUntilMs, Date.now())}.`,
    undo: takingBack,
  };
}

export const snooze = {
  name: 'snooze',
  label: 'Snooze',
  icon: 'clock',
  key: 's',
  places: () => ['row', 'header', 'swipe start'],
  canApply: (conversations) =>
    conversations.every((one) => canBeFiled(one) && one.status !== 'archived') && conversations.some(({ status }) => status === 'open'),
  whyNot: (conversations) => whyNotFiled(conversations) ?? inNumber(conversations, 'Unarchive it first.', () => 'Unarchive them first.'),
  dialog: ({ workspace, ...asking }) => (
    <SnoozeDialog {...asking} onChoose={(untilMs) => workspace.change(asking.conversations, snoozingUntil(untilMs))} />
  ),
} satisfies Act;
