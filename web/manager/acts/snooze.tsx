import type { Effect } from '../conversations/apply-effect.ts';
import { takingBack } from '../conversations/conversation-state.ts';
import { momentName } from '../conversations/moment-name.ts';
import { words } from '../words.ts';
import type { Act } from './act.ts';
import { canBeFiled, whyNotFiled } from './filing.ts';
import { SnoozeDialog } from './late-dialogs.ts';

/** `snoozedUntilMs` is in ms since 1970. */
export function snoozingUntil(snoozedUntilMs: number): Effect {
  return {
    change: () => ({ status: 'snoozed', snoozedUntilMs }),
    said: (subject) => words.snoozedDone({ ...subject, moment: momentName(snoozedUntilMs, Date.now()) }),
    undo: takingBack,
  };
}

export const snooze = {
  name: 'snooze',
  label: words.snooze,
  icon: 'clock',
  key: 's',
  help: words.snoozeOrUnsnooze,
  places: () => ['row', 'header', 'swipe start'],
  canApply: (conversations) =>
    conversations.every((one) => canBeFiled(one) && one.status !== 'archived') && conversations.some(({ status }) => status === 'open'),
  whyNot: (conversations) => whyNotFiled(conversations) ?? words.unarchiveFirst({ count: conversations.length }),
  dialog: ({ workspace, ...asking }) => (
    <SnoozeDialog {...asking} onChoose={(untilMs) => workspace.change(asking.conversations, snoozingUntil(untilMs))} />
  ),
} satisfies Act;
