import { isAltGraph, type KeyPress, latinKey } from '../../lib/latin-key.ts';
import type { Act } from '../acts/act.ts';
import { ACTS } from '../acts/register.ts';
import { VIEW_ORDER, type View } from '../conversations/view.ts';

/** The keys that move about, as events name them. Those of acts are with the acts; Enter on a link is the browser's own. */
export const MOVE_KEYS = {
  next: ['j', 'ArrowDown'],
  previous: ['k', 'ArrowUp'],
  right: ['ArrowRight'],
  left: ['ArrowLeft'],
  reply: ['r'],
  more: ['.'],
  details: ['i'],
  undo: ['z'],
  recent: ['h'],
  fresh: ['u'],
  back: ['Escape'],
  help: ['?'],
} as const;

/** The key of a list: its number. */
export function viewKey(view: View): string {
  return `${VIEW_ORDER.indexOf(view) + 1}`;
}

export type Move = keyof typeof MOVE_KEYS;

/** What a key does: it moves, goes to a list, or does the first of these acts that can be done. */
export type Meaning = { move: Move } | { view: View } | { acts: readonly [Act, ...Act[]] };

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
export function meaningOf(press: Press, place: Place): Meaning | null {
  const { ctrlKey, metaKey, altKey, isComposing, keyCode } = press;
  // AltGr types characters; elsewhere Ctrl and Alt are the browser's. 229: an input method has the key.
  const isShortcut = metaKey || ((ctrlKey || altKey) && !isAltGraph(press));
  if (isShortcut || isComposing || keyCode === 229 || place === 'dialog') return null;
  const key = latinKey(press);
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

function isMove(name: string): name is Move {
  return name in MOVE_KEYS;
}

function viewOf(key: string): Meaning | null {
  const view = VIEW_ORDER.find((listed) => viewKey(listed) === key);
  return view ? { view } : null;
}

function actsOf(key: string): Meaning | null {
  const [first, ...more] = ACTS.filter((act) => act.key === key);
  return first ? { acts: [first, ...more] } : null;
}
