import { after } from '../../lib/after.ts';
import { ApiProblem } from '../../lib/api.ts';

const TRIES = 4;
const AGAIN_MS = 1000;
/** Nobody sits before a card for longer. */
const PATIENCE_MS = 10_000;

/**
 * Asks again while no answer comes; whatever is asked for must be the same when it is done twice. `unsure` hears of each request that may
 * have been done without an answer. Throws what the last one threw.
 */
export async function insist<T>(ask: () => Promise<T>, unsure?: () => void): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (cause) {
      if (!(cause instanceof ApiProblem && cause.isTransient)) throw cause;
      unsure?.();
      const waitMs = Math.max((cause.body.retryAfterSeconds ?? 0) * 1000, AGAIN_MS * 2 ** (attempt - 1));
      if (attempt === TRIES || waitMs > PATIENCE_MS) throw cause;
      await after(waitMs);
    }
  }
}
