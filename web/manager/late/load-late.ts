import { after } from '../../lib/after.ts';
import { whenIdle } from '../../lib/when-idle.ts';

/** How long the connection is the inbox's alone. */
const AFTER_MS = 5000;

const parts: (() => Promise<unknown>)[] = [];

/** Names a part of the interface that the first load leaves out. */
export function isLate(load: () => Promise<unknown>): void {
  parts.push(load);
}

/** Loads these parts when the inbox has been open for a moment, so that each is there before it is used. A failed one is loaded at its use. */
export async function loadLate(): Promise<void> {
  await after(AFTER_MS);
  await whenIdle();
  // Chromium 153 and older remember a failed import until the page is loaded again.
  if (!navigator.onLine) return;
  await Promise.allSettled(parts.map((load) => load()));
}
