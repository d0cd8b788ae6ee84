import { signal } from '@preact/signals';
import { reloadToNewest } from '../offline/worker.ts';
import { words } from '../words.ts';
import type { Sentence } from './sentence.ts';

/** A sentence about something that was done or failed, with a way to undo or retry it. */
export interface Notice {
  sentence: Sentence;
  undo?: () => void;
  retry?: () => void;
  /** Another action. */
  offer?: { label: string; act: () => void };
}

export const notice = signal<Notice | null>(null);

const SHOWN_MS = 10_000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Replaces the previous notice. */
export function say(sentence: Sentence, undo?: () => void): void {
  notice.value = { sentence, ...(undo && { undo }) };
  resumeNotice();
}

/** Says what failed, and offers to retry it. */
export function sayFailed(sentence: string, retry: () => void): void {
  notice.value = { sentence, retry };
  resumeNotice();
}

/** Shows a notice that can wait, and offers an action. It stays until the next notice. */
export function sayOffering(sentence: string, label: string, act: () => void): void {
  notice.value = { sentence, offer: { label, act } };
  holdNotice();
}

/**
 * Says that a write to Firestore was refused. It is not a lost connection: offline, writes wait. The SDK has reverted the change by then.
 * A reload helps if this page is older than the server.
 */
export function sayRefused(): void {
  sayOffering(words.refused, words.reload, reloadToNewest);
}

/** Keeps it on the screen while someone points at it. */
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

/** Undoes the last act, if that is still offered. */
export function undo(): void {
  const act = notice.value?.undo;
  dismissNotice();
  act?.();
}

/** Retries what failed. It has no key, because people should see what they repeat. */
export function retry(): void {
  const act = notice.value?.retry;
  dismissNotice();
  act?.();
}
