import { isPlainEnter } from '../../lib/plain-enter.ts';

/**
 * Whether a press of a key sends. A first message may be a letter: there Enter makes a line, and sends together with Ctrl or Cmd. In a thread
 * it sends by itself, but not on a touch keyboard, where it is the only way to a new line. While an input method composes it is its own.
 */
export function isSendingEnter(event: KeyboardEvent, isThread: boolean): boolean {
  return isPlainEnter(event) && (event.ctrlKey || event.metaKey || (isThread && !matchMedia('(pointer: coarse)').matches));
}
