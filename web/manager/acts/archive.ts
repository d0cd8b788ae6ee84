import { takingBack } from '../conversations/standing.ts';
import type { Act } from './act.ts';
import { canBeFiled, whyNotFiled } from './filing.ts';
import { inNumber } from './in-number.ts';

export const archive = {
  name: 'archive',
  label: 'Archive',
  icon: 'check',
  key: 'e',
  places: () => ['row end', 'header button', 'swipe end'],
  canApply: (conversations) => conversations.every((one) => canBeFiled(one) && one.status !== 'archived'),
  whyNot: (conversations) => whyNotFiled(conversations) ?? 'Only conversations outside the archive can be archived.',
  change: () => ({ status: 'archived' }),
  said: (conversations) => inNumber(conversations, 'Conversation archived.', (count) => `${count} conversations archived.`),
  undo: takingBack,
} satisfies Act;
