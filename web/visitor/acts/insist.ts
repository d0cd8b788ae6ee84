import { after } from '../../lib/after.ts';
import { ApiProblem } from '../../lib/api.ts';
import { isTransient } from '../../lib/is-transient.ts';

const TRIES = 4;
const AGAIN_MS = 1000;
/** People don't wait longer in front of a card. */
const PATIENCE_MS = 10_000;

/** Retries an idempotent request until answered, calling `unsure` after each that may have succeeded unanswered. Throws the last error. */
export async function insist<T>(ask: () => Promise<T>, unsure?: () => void): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (cause) {
      if (!(cause instanceof ApiProblem && isTransient(cause))) throw cause;
      unsure?.();
      const waitMs = Math.max((cause.body.retryAfterSeconds ?? 0) * 1000, AGAIN_MS * 2 ** (attempt - 1));
      if (attempt === TRIES || waitMs > PATIENCE_MS) throw cause;
      await after(waitMs);
    }
  }
}
