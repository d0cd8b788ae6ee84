import { takingBack } from '../conversations/conversation-state.ts';
import { words } from '../words.ts';
import type { Act } from './act.ts';
import { archive } from './archive.ts';
import { canBeFiled, whyNotFiled } from './filing.ts';

export const unarchive = {
  name: 'unarchive',
  label: words.unarchive,
  icon: 'return',
  key: archive.key,
  places: () => ['row end', 'header button', 'swipe end'],
  canApply: (conversations) => conversations.every((one) => canBeFiled(one) && one.status === 'archived'),
  whyNot: (conversations) => whyNotFiled(conversations) ?? words.notArchived({ count: conversations.length }),
  change: () => ({ status: 'open' }),
  said: words.unarchived,
  undo: takingBack,
} satisfies Act;
