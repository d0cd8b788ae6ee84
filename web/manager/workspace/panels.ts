import { signal } from '@preact/signals';
import type { VNode } from 'preact';

/** What stands over or beside the panes. */
export const isHelpOpen = signal(false);
export const areDetailsOpen = signal(false);
export const isMoreOpen = signal(false);
export const areRecentActsOpen = signal(false);
/** Whether the next conversation's messages get the focus, because those before it had it. */
export const wantsLog = signal(false);
/** Draws the dialog of an act that asks before it is done. */
export const sheet = signal<(() => VNode) | null>(null);

/** Opens a dialog about conversations. It is given its own way to close, which leaves a later one open. */
export function openSheet(draw: (onClose: () => void) => VNode): void {
  const drawn = () => draw(close);
  const close = () => {
    if (sheet.value === drawn) sheet.value = null;
  };
  sheet.value = drawn;
}

/** Whether there is room for a fourth pane. The same width as the breakpoint `four`. */
const wide = matchMedia('(min-width: 84rem)');
export const hasFourPanes = signal(wide.matches);
wide.addEventListener('change', () => {
  hasFourPanes.value = wide.matches;
});

/** Whether list and conversation are next to each other. The same width as the breakpoint `two`. */
const two = matchMedia('(min-width: 44rem)');
export const hasTwoPanes = signal(two.matches);
two.addEventListener('change', () => {
  hasTwoPanes.value = two.matches;
});

/** What lies over a conversation goes with it; a pane beside it stays. */
export function closeSheets(): void {
  isMoreOpen.value = false;
  sheet.value = null;
  if (!hasFourPanes.peek()) areDetailsOpen.value = false;
}
