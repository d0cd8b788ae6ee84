/** A rate: `burst` events at once, then one every `refillMs`. */
export interface Rate {
  burst: number;
  refillMs: number;
}

export type Verdict = { allowed: true; tat: number } | { allowed: false; retryAfterMs: number };

/**
 * The generic cell rate algorithm (ATM Forum TM 4.1, virtual scheduling): one number, the theoretical arrival time `tat` in ms since the
 * epoch, is the whole memory of the limiter. It is exact and says how long to wait.
 */
export function takeTurn(tat: number, nowMs: number, rate: Rate): Verdict {
  const due = Math.max(tat, nowMs);
  const earliest = due - (rate.burst - 1) * rate.refillMs;
  if (nowMs < earliest) return { allowed: false, retryAfterMs: earliest - nowMs };
  return { allowed: true, tat: due + rate.refillMs };
}
