import { type Rate, takeTurn, type Verdict } from '@foyer/domain/rate-limit';
import { LRUCache } from 'lru-cache';

export interface Turn {
  key: string;
  rate: Rate;
  weight?: number;
}

/** Evicts the least recently used keys, which then have all their turns again. */
export class Turns {
  readonly #tats: LRUCache<string, number>;

  constructor(keysMax: number) {
    // `max` would allocate memory for all keys at the start.
    this.#tats = new LRUCache({ maxSize: keysMax, sizeCalculation: () => 1 });
  }

  /** Takes all of these turns and returns 0, or takes none and returns the wait in ms. */
  take(turns: readonly Turn[], nowMs: number): number {
    const verdicts = this.#verdicts(turns, nowMs);
    const waitMs = longestWaitMs(verdicts);
    if (waitMs > 0) return waitMs;
    turns.forEach(({ key }, index) => {
      const verdict = verdicts[index];
      if (verdict?.allowed) this.#tats.set(key, verdict.tat);
    });
    return 0;
  }

  /** What `take` would return, without taking anything. */
  waitMs(turns: readonly Turn[], nowMs: number): number {
    return longestWaitMs(this.#verdicts(turns, nowMs));
  }

  #verdicts(turns: readonly Turn[], nowMs: number): Verdict[] {
    return turns.map(({ key, rate, weight }) => takeTurn(this.#tats.get(key) ?? 0, nowMs, rate, weight));
  }
}

function longestWaitMs(verdicts: readonly Verdict[]): number {
  return Math.max(0, ...verdicts.map((verdict) => (verdict.allowed ? 0 : verdict.retryAfterMs)));
}

/**
 * Enough keys that no network is evicted before its turns are back: all that an instance can admit in that time, at two keys each. Only
 * admitted requests write a key, so refused ones cannot evict anyone.
 */
export function keysMax(network: Rate, instance: Rate): number {
  return 2 * (instance.burst + Math.ceil((network.burst * network.refillMs) / instance.refillMs));
}
