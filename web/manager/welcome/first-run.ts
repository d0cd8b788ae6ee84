import { signal } from '@preact/signals';
import { route } from '../route/history.ts';
import { isNotedHere, noteHere } from '../workspace/local-notes.ts';
import type { Page } from '../workspace/page.ts';

/** Whether the first run is on the screen; `null` until the page is loaded. */
export const isFirstRun = signal<boolean | null>(null);

/** Decides when the page is first loaded. Anyone who opened a conversation or a screen skips the first run. */
export function beginFirstRun({ isPublished, slug }: Page): void {
  const { conversationId, screen } = route.peek();
  isFirstRun.value = !isPublished && conversationId === null && screen === null && !isNotedHere('later', slug);
}

/** Resumes it from the inbox. */
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
