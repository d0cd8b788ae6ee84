import { after } from './after.ts';

const AGAIN_MS = 2000;

/** Loads a file that must not be missing, such as a screen's texts: retries every 2 seconds until it succeeds. */
export async function untilLoaded<F>(load: () => Promise<F>): Promise<F> {
  for (;;) {
    try {
      return await load();
    } catch {
      await after(AGAIN_MS);
    }
  }
}
