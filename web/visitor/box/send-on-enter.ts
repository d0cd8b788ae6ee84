import { isPlainEnter } from '../../lib/plain-enter.ts';

/** Whether a press of Enter sends. On a touch keyboard it is the only way to a new line, and while an input method composes it is its own. */
export function isSendingEnter(event: KeyboardEvent): boolean {
  return isPlainEnter(event) && isSentByEnter();
}

/** Whether Enter sends on this device at all. */
export function isSentByEnter(): boolean {
  return !matchMedia('(pointer: coarse)').matches;
}

/** Has Enter send the form of its field. */
export function sendOnEnter(event: KeyboardEvent): void {
  if (!isSendingEnter(event)) return;
  event.preventDefault();
  (event.target as HTMLTextAreaElement).form?.requestSubmit();
}
