import { isAltGraph, type KeyPress, latinKey } from '../../lib/latin-key.ts';
import type { Act } from '../acts/act.ts';
import { ACTS } from '../acts/register.ts';
import { NAMED_VIEWS, type View } from '../conversations/view.ts';
import { isModPressed } from './mod-key.ts';

/** The keys for moving, by their names in `KeyboardEvent`. Acts have their own keys; the browser handles Enter on a link. */
export const MOVE_KEYS = {
  next: ['j', 'ArrowDown'],
  previous: ['k', 'ArrowUp'],
  right: ['ArrowRight'],
  left: ['ArrowLeft'],
  select: ['x'],
  reply: ['r'],
  more: ['.'],
  details: ['i'],
  undo: ['z'],
  recent: ['h'],
  fresh: ['u'],
  search: ['/'],
  settings: [','],
  back: ['Escape'],
  help: ['?'],
} as const;

/** A digit, for all but the views of labels. */
export function viewKey(view: View): string | undefined {
  const index = (NAMED_VIEWS as readonly View[]).indexOf(view);
  return index < 0 ? undefined : `${index + 1}`;
}

/** With Shift, next to an open conversation. The field for notes handles it (`writing/mode-switch.tsx`), once it is loaded. */
export const NOTE_KEY = 'N';

/** Together with `MOD_KEY`, it works everywhere, also while the manager types. */
export const PALETTE_KEY = 'k';

/** Together with `MOD_KEY`, in the reply field. */
export const EMOJI_KEY = 'e';

type NamedMove = keyof typeof MOVE_KEYS;
export type Move = NamedMove | 'palette';

/** What a key does: it moves, selects further rows, goes to a list, or does the first of these acts that can be done. */
export type Meaning = { move: Move } | { selects: 'all' | 'next' | 'previous' } | { view: View } | { acts: readonly [Act, ...Act[]] };

export interface Press extends KeyPress {
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  keyCode: number;
}

/** The arrow keys that extend the selection together with Shift, and the letter that selects all together with Ctrl or Cmd. */
export const SELECT_KEYS = { next: 'ArrowDown', previous: 'ArrowUp', all: 'a' } as const;

/** Where the focus is when a key is pressed. */
export type Place = 'row' | 'field' | 'dialog' | 'elsewhere' | 'nowhere';

/**
 * What a press does, or `null` when it belongs to the browser or is text. Arrows scroll what has the focus, unless that is a row or nothing.
 * In a text field, only Escape and the palette's key are ours.
 */
export function meaningOf(press: Press, place: Place): Meaning | null {
  const { ctrlKey, metaKey, altKey, shiftKey, isComposing, keyCode } = press;
  const isWriting = isComposing || keyCode === 229;
  if (isModPressed(press) && latinKey(press) === PALETTE_KEY) return isWriting || place === 'dialog' ? null : { move: 'palette' };
  // AltGr types characters; otherwise Ctrl and Alt belong to the browser. 229: an input method handles the key.
  const isShortcut = metaKey || ((ctrlKey || altKey) && !isAltGraph(press));
  if (isWriting || place === 'dialog') return null;
  const key = latinKey(press);
  if (isShortcut) return place === 'row' && key === SELECT_KEYS.all && !altKey ? { selects: 'all' } : null;
  if (shiftKey && place === 'row' && key === SELECT_KEYS.next) return { selects: 'next' };
  if (shiftKey && place === 'row' && key === SELECT_KEYS.previous) return { selects: 'previous' };
  if (place === 'field' && key !== MOVE_KEYS.back[0]) return null;
  if (key.startsWith('Arrow') && place !== 'row' && place !== 'nowhere') return null;
  return moveOf(key) ?? viewOf(key) ?? actsOf(key);
}

function moveOf(key: string): Meaning | null {
  const move = Object.keys(MOVE_KEYS)
    .filter(isMove)
    .find((name) => MOVE_KEYS[name].some((other) => other === key));
  return move ? { move } : null;
}

function isMove(name: string): name is NamedMove {
  return name in MOVE_KEYS;
}

function viewOf(key: string): Meaning | null {
  const view = NAMED_VIEWS.find((listed) => viewKey(listed) === key);
  return view ? { view } : null;
}

function actsOf(key: string): Meaning | null {
  const name = /^[A-Z]$/.test(key) ? `Shift+${key}` : key;
  const [first, ...more] = ACTS.filter((act) => act.key === name);
  return first ? { acts: [first, ...more] } : null;
}
