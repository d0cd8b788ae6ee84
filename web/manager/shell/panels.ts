import { signal } from '@preact/signals';
import type { Conversation } from '../conversations/conversation.ts';

/** What stands over or beside the panes. */
export const isHelpOpen = signal(false);
export const areDetailsOpen = signal(false);
export const isMoreOpen = signal(false);
export const snoozing = signal<Conversation | null>(null);
export const reporting = signal<Conversation | null>(null);
export const deleting = signal<Conversation | null>(null);

/** Whether there is room for a fourth pane. The same width as the breakpoint `four`. */
const wide = matchMedia('(min-width: 84rem)');
export const hasFourPanes = signal(wide.matches);
wide.addEventListener('change', () => {
  hasFourPanes.value = wide.matches;
});

/** What lies over a conversation goes with it; a pane beside it stays. */
export function closeSheets(): void {
  isMoreOpen.value = false;
  for (const sheet of [snoozing, reporting, deleting]) sheet.value = null;
  if (!hasFourPanes.peek()) areDetailsOpen.value = false;
}
