/** A rate: `burst` events at once, then one every `refillMs`. */
export interface Rate {
  burst: number;
  refillMs: number;
}

export type Verdict = { allowed: true; tat: number } | { allowed: false; retryAfterMs: number };

/**
 * The generic cell rate algorithm (ATM Forum TM 4.1, virtual scheduling): one number, the theoretical arrival time `tat` in ms since the
 * epoch, is the whole memory of the limiter. It is exact and says how long to wait. `weight` is how many events this one counts for.
 */
export function takeTurn(tat: number, nowMs: number, rate: Rate, weight = 1): Verdict {
  const next = Math.max(tat, nowMs) + weight * rate.refillMs;
  const earliest = next - rate.burst * rate.refillMs;
  return nowMs < earliest ? { allowed: false, retryAfterMs: earliest - nowMs } : { allowed: true, tat: next };
}
