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
  said: (conversations) =>
    inNumber(conversations, 'Muted. You get no notifications from it.', () => 'Muted. You get no notifications from them.'),
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
  said: (conversations) =>
    inNumber(conversations, 'Unmuted. You get notifications from it.', () => 'Unmuted. You get notifications from them.'),
  undo: takingBack,
} satisfies Act;
