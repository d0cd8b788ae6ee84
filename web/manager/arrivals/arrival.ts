import { signal } from '@preact/signals';
import type { Conversation } from '../conversations/conversation.ts';

/** Conversations with a message that has just arrived, the newest first; empty if there is nothing to show. */
export const arrived = signal<readonly Conversation[]>([]);

const SHOWN_MS = 8000;
let timer: ReturnType<typeof setTimeout> | undefined;

export function showArrived(conversations: readonly Conversation[]): void {
  arrived.value = conversations;
  resumeArrived();
}

/** Keeps it on the screen while someone points at it. */
export function holdArrived(): void {
  clearTimeout(timer);
}

export function resumeArrived(): void {
  clearTimeout(timer);
  timer = setTimeout(dismissArrived, SHOWN_MS);
}

export function dismissArrived(): void {
  clearTimeout(timer);
  arrived.value = [];
}
