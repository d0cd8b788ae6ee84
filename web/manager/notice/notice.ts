import { signal } from '@preact/signals';

/** One sentence about what was just done, and the way to take it back. */
export interface Notice {
  text: string;
  undo?: () => void;
}

export const notice = signal<Notice | null>(null);

const SHOWN_MS = 8000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says something at the bottom of the screen, in place of what was said before. */
export function say(text: string, undo?: () => void): void {
  notice.value = undo ? { text, undo } : { text };
  resumeNotice();
}

/** While somebody points at it, it stays. */
export function holdNotice(): void {
  clearTimeout(timer);
}

export function resumeNotice(): void {
  clearTimeout(timer);
  timer = setTimeout(dismissNotice, SHOWN_MS);
}

export function dismissNotice(): void {
  clearTimeout(timer);
  notice.value = null;
}

/** Takes back what was done last, if that is still offered. */
export function undo(): void {
  const act = notice.value?.undo;
  dismissNotice();
  act?.();
}
