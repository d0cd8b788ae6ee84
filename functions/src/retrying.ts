import { Problem } from './http/problem.ts';

export const AGAIN = Symbol('again');

interface Retries {
  attempts: number;
  /** The second attempt waits up to this long, the third up to twice as long, and so on. Default: no wait. */
  jitterMs?: number;
  atOnce?: number;
  giveUp?: () => Problem;
}

/** Runs `attempt` until it returns something other than `AGAIN`; an exception ends the loop. Finally throws `busy`. */
export async function retrying<T>(
  { attempts, jitterMs = 0, atOnce = 0, giveUp = () => new Problem('busy', { retryAfterMs: 1000 }) }: Retries,
  attempt: () => Promise<T | typeof AGAIN>,
): Promise<T> {
  for (let retry = 0; retry < attempts; retry++) {
    if (jitterMs > 0 && retry > atOnce) await new Promise((resolve) => setTimeout(resolve, Math.random() * jitterMs * retry));
    const result = await attempt();
    if (result !== AGAIN) return result;
  }
  throw giveUp();
}
