import { words } from '../words.ts';

const IS_APPLE = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

/** The key that browsers use for their own shortcuts, as it is printed on the keyboard. */
export const MOD_KEY = IS_APPLE ? '⌘' : words.keyControl;

/** The same for `aria-keyshortcuts`. */
export const MOD_NAME = IS_APPLE ? 'Meta' : 'Control';

/** Whether that key is pressed, and no other modifier. On a Mac, Ctrl edits text. */
export function isModPressed({
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): boolean {
  return (IS_APPLE ? metaKey && !ctrlKey : ctrlKey && !metaKey) && !altKey && !shiftKey;
}
