import { takingBack } from '../conversations/conversation-state.ts';
import { words } from '../filing-words.ts';
import type { Act } from './act.ts';
import { canBeFiled, whyNotFiled } from './filing.ts';

/** Only conversations in the inbox are listed as pinned. */
export const pin = {
  name: 'pin',
  label: words.pin,
  icon: 'pin',
  key: 'p',
  help: words.pinOrUnpin,
  places: () => ['menu'],
  canApply: (conversations) => conversations.every((one) => canBeFiled(one) && !one.pinned),
  whyNot: (conversations) => whyNotFiled(conversations) ?? words.alreadyPinned({ count: conversations.length }),
  change: () => ({ pinned: true }),
  said: words.pinnedDone,
  undo: takingBack,
} satisfies Act;

export const unpin = {
  name: 'unpin',
  label: words.unpin,
  icon: 'pin',
  key: pin.key,
  places: pin.places,
  canApply: (conversations) => conversations.every(({ pinned }) => pinned),
  whyNot: ({ length: count }) => words.notPinned({ count }),
  change: () => ({ pinned: false }),
  said: words.unpinned,
  undo: takingBack,
} satisfies Act;
