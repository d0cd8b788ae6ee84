import { takingBack } from '../conversations/conversation-state.ts';
import { words } from '../words.ts';
import type { Act } from './act.ts';

export const mute = {
  name: 'mute',
  label: words.mute,
  icon: 'muted',
  key: 'n',
  help: words.muteOrUnmute,
  places: () => ['menu'],
  canApply: (conversations) => conversations.every(({ isMuted }) => !isMuted),
  whyNot: ({ length: count }) => words.alreadyMuted({ count }),
  change: () => ({ isMuted: true }),
  said: words.mutedDone,
  undo: takingBack,
} satisfies Act;

export const unmute = {
  name: 'unmute',
  label: words.unmute,
  icon: 'bell',
  key: mute.key,
  places: mute.places,
  canApply: (conversations) => conversations.every(({ isMuted }) => isMuted),
  whyNot: ({ length: count }) => words.notMuted({ count }),
  change: () => ({ isMuted: false }),
  said: words.unmuted,
  undo: takingBack,
} satisfies Act;
