import { signal } from '@preact/signals';
import { route } from '../route/history.ts';
import { isNotedHere, noteHere } from '../workspace/local-notes.ts';
import type { Page } from '../workspace/page.ts';

/** Whether the first minutes of a page are on the screen; `null` until it is known what the page has. */
export const isFirstRun = signal<boolean | null>(null);

/** Decides at the first look at a page. Somebody who comes to read a conversation, or to a screen, is not held up. */
export function beginFirstRun({ isPublished, slug }: Page): void {
  const { conversationId, screen } = route.peek();
  isFirstRun.value = !isPublished && conversationId === null && screen === null && !isNotedHere('later', slug);
}

/** Goes back to it from the inbox. */
export function resumeFirstRun(): void {
  isFirstRun.value = true;
}

export function endFirstRun(): void {
  isFirstRun.value = false;
}

export function putOffFirstRun(slug: string): void {
  noteHere('later', slug);
  endFirstRun();
}
