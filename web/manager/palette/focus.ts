import { wantsLog } from '../workspace/panels.ts';

/** Focuses the name of the list that was just opened, so screen readers say where the manager is. */
export function focusList(): void {
  // The list is rendered by then.
  setTimeout(() => {
    const name = document.getElementById('list-name');
    name?.setAttribute('tabindex', '-1');
    name?.focus({ preventScroll: true });
  });
}

/** Gives the focus to the messages: those of a conversation that opens now, or of the open one. */
export function focusMessages(isOpen: boolean): void {
  if (isOpen) document.querySelector<HTMLElement>('[role="log"]')?.focus();
  else wantsLog.value = true;
}
