import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import type { Conversation } from '../conversations/conversation.ts';

export const isHelpOpen = signal(false);
export const areDetailsOpen = signal(false);
export const isMoreOpen = signal(false);
export const areRecentActsOpen = signal(false);
/** Whether the next conversation's messages get the focus, because the ones before had it. */
export const wantsLog = signal(false);
/** The conversations that the palette was opened for, none or more; `null` while it is closed. */
export const paletteTargets = signal<readonly Conversation[] | null>(null);
/** Renders the dialog of an act that asks first. */
export const sheet = signal<(() => VNode) | null>(null);

/** Opens a dialog about conversations. Its `onClose` leaves a later dialog open. */
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

/** Closes what is open over a conversation. A pane next to it stays. */
export function closeSheets(): void {
  isMoreOpen.value = false;
  sheet.value = null;
  if (!hasFourPanes.peek()) areDetailsOpen.value = false;
}
