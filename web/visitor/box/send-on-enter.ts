import { isPlainEnter } from '../../lib/plain-enter.ts';

/**
 * Whether a key press sends. A first message may be long: Enter adds a line, and Ctrl or Cmd with Enter sends. In a thread Enter sends,
 * except on a touch keyboard, where it is the only way to add a line. During composition the key belongs to the input method.
 */
export function isSendingEnter(event: KeyboardEvent, isThread: boolean): boolean {
  return isPlainEnter(event) && (event.ctrlKey || event.metaKey || (isThread && !matchMedia('(pointer: coarse)').matches));
}
