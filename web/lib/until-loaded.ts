import { after } from './after.ts';

const AGAIN_MS = 2000;
/** Failures in a row after which a file counts as missing. */
const MISSING_AFTER = 3;

/** An event of the window: a file can't be loaded though there is a connection. Chromium 153 and older don't request it again before a reload. */
export const FILE_MISSING = 'foyer-file-missing';

export function tellMissing(): void {
  if (navigator.onLine) dispatchEvent(new Event(FILE_MISSING));
}

/** Loads a file that must not be missing, such as a screen's texts: retries every 2 seconds until it succeeds. */
export async function untilLoaded<F>(load: () => Promise<F>): Promise<F> {
  for (let failures = 1; ; failures++) {
    try {
      return await load();
    } catch {
      if (failures >= MISSING_AFTER) tellMissing();
      await after(AGAIN_MS);
    }
  }
}
