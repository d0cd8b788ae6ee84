import { takingBack } from '../conversations/standing.ts';
import type { Act } from './act.ts';
import { inNumber } from './in-number.ts';

export const mute = {
  name: 'mute',
  label: 'Mute',
  icon: 'muted',
  key: 'n',
  places: () => ['menu'],
  canApply: (conversations) => conversations.every(({ isMuted }) => !isMuted),
  whyNot: (conversations) => inNumber(conversations, 'It is muted already.', () => 'Some of them are muted already.'),
  change: () => ({ isMuted: true }),
  said: (_, who) => `Muted ${who}. You get no notifications.`,
  undo: takingBack,
} satisfies Act;

export const unmute = {
  name: 'unmute',
  label: 'Unmute',
  icon: 'bell',
  key: mute.key,
  places: mute.places,
  canApply: (conversations) => conversations.every(({ isMuted }) => isMuted),
  whyNot: (conversations) => inNumber(conversations, 'It is not muted.', () => 'Some of them are not muted.'),
  change: () => ({ isMuted: false }),
  said: (_, who) => `Unmuted ${who}. You get notifications again.`,
  undo: takingBack,
} satisfies Act;
