/** `burst` events at the same time, then one every `refillMs`. */
export interface Rate {
  burst: number;
  refillMs: number;
}

export type Verdict = { allowed: true; tat: number } | { allowed: false; retryAfterMs: number };

/**
 * The generic cell rate algorithm (ATM Forum TM 4.1, virtual scheduling): its only state is the theoretical arrival time `tat` in ms since
 * the epoch. It is exact and returns how long to wait. `weight` is the number of events this one counts as.
 */
export function takeTurn(tat: number, nowMs: number, rate: Rate, weight = 1): Verdict {
  const next = Math.max(tat, nowMs) + weight * rate.refillMs;
  const earliest = next - rate.burst * rate.refillMs;
  return nowMs < earliest ? { allowed: false, retryAfterMs: earliest - nowMs } : { allowed: true, tat: next };
}
