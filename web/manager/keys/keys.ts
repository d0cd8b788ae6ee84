import { isAltGraph, type KeyPress, latinKey } from '../../lib/latin-key.ts';
import { VIEW_ORDER, type View } from '../inbox/view.ts';

/** What a key does. `open` is the browser's own Enter on a link. */
export type KeyAct =
  | 'next'
  | 'previous'
  | 'reply'
  | 'close'
  | 'snooze'
  | 'release'
  | 'spam'
  | 'block'
  | 'more'
  | 'details'
  | 'back'
  | 'undo'
  | 'help'
  | `to ${View}`;

/** The keys as the list of keys shows them. */
export const KEY_HELP: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['j', '↓'], does: 'Next conversation' },
  { keys: ['k', '↑'], does: 'Previous conversation' },
  { keys: ['Enter'], does: 'Open it' },
  { keys: ['r'], does: 'Reply' },
  { keys: ['e'], does: 'Close, or reopen' },
  { keys: ['s'], does: 'Snooze, or wake' },
  { keys: ['m'], does: 'Move to inbox' },
  { keys: ['!'], does: 'Spam' },
  { keys: ['b'], does: 'Block, or unblock' },
  { keys: ['.'], does: 'Copy, report, delete' },
  { keys: ['i'], does: 'About the visitor' },
  { keys: ['z'], does: 'Undo' },
  { keys: ['Esc'], does: 'Back' },
  { keys: ['1', '–', '5'], does: 'Open, snoozed, closed, requests, spam' },
  { keys: ['?'], does: 'These keys' },
];

export const COMPOSER_HELP: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['Enter'], does: 'Send' },
  { keys: ['Shift', 'Enter'], does: 'New line' },
];

const ACTS: Readonly<Record<string, KeyAct>> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  r: 'reply',
  e: 'close',
  s: 'snooze',
  m: 'release',
  '!': 'spam',
  b: 'block',
  '.': 'more',
  i: 'details',
  z: 'undo',
  Escape: 'back',
  '?': 'help',
  ...Object.fromEntries(VIEW_ORDER.map((view, index) => [`${index + 1}`, `to ${view}` as const])),
};

export interface Press extends KeyPress {
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  keyCode: number;
}

/** Where the focus is when a key is pressed. */
export type Place = 'row' | 'field' | 'dialog' | 'elsewhere' | 'nowhere';

/**
 * What a press does, or `null` when it is the browser's, or text. Arrows scroll whatever has the focus, unless that is a row or nothing;
 * while somebody writes, every key but Escape is theirs.
 */
export function keyAct(press: Press, place: Place): KeyAct | null {
  const { ctrlKey, metaKey, altKey, isComposing, keyCode } = press;
  // AltGr types characters; elsewhere Ctrl and Alt are the browser's. 229: an input method has the key.
  const isShortcut = metaKey || ((ctrlKey || altKey) && !isAltGraph(press));
  if (isShortcut || isComposing || keyCode === 229 || place === 'dialog') return null;
  const key = latinKey(press);
  if (place === 'field' && key !== 'Escape') return null;
  if (key.startsWith('Arrow') && place !== 'row' && place !== 'nowhere') return null;
  return ACTS[key] ?? null;
}
