import { signal } from '@preact/signals';

/** One sentence about what was just done, or failed, and the way to take it back or to try it again. */
export interface Notice {
  text: string;
  /** Whose conversation it is about. */
  about?: string;
  undo?: () => void;
  retry?: () => void;
  /** Something else that can be done about it. */
  offer?: { label: string; act: () => void };
}

export const notice = signal<Notice | null>(null);

const SHOWN_MS = 8000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says something, in place of what was said before. */
export function say(text: string, undo?: () => void, about?: string): void {
  notice.value = { text, ...(undo && { undo }), ...(about !== undefined && { about }) };
  resumeNotice();
}

/** Says what did not work, and offers to try it again. */
export function sayFailed(text: string, retry: () => void): void {
  notice.value = { text, retry };
  resumeNotice();
}

/** Says something that can wait, and offers to do something about it. It stays until something else is said. */
export function sayOffering(text: string, label: string, act: () => void): void {
  notice.value = { text, offer: { label, act } };
  holdNotice();
}

/**
 * Says that a write to Firestore was refused. Offline a write waits, so it is no lost connection, and the SDK has put everything back by then.
 * A reload helps if this page is older than the server.
 */
export function sayRefused(): void {
  sayOffering("We couldn't save that change. Reload and try again.", 'Reload', () => location.reload());
}

/** While somebody points at it, it stays. */
export function holdNotice(): void {
  clearTimeout(timer);
}

export function resumeNotice(): void {
  clearTimeout(timer);
  if (!notice.value?.offer) timer = setTimeout(dismissNotice, SHOWN_MS);
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

/** Does again what has failed. It has no key: one should see what one repeats. */
export function retry(): void {
  const act = notice.value?.retry;
  dismissNotice();
  act?.();
}
