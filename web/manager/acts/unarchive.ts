import { takingBack } from '../conversations/standing.ts';
import type { Act } from './act.ts';
import { archive } from './archive.ts';
import { canBeFiled, whyNotFiled } from './filing.ts';

export const unarchive = {
  name: 'unarchive',
  label: 'Unarchive',
  icon: 'return',
  key: archive.key,
  help: 'Move back to the inbox',
  places: () => ['row end', 'header button', 'swipe end'],
  canApply: (conversations) => conversations.every((one) => canBeFiled(one) && one.status === 'archived'),
  whyNot: (conversations) => whyNotFiled(conversations) ?? 'Only archived conversations can be unarchived.',
  change: () => ({ status: 'open' }),
  said: (_, who) => `Moved ${who} back to your inbox.`,
  undo: takingBack,
} satisfies Act;
