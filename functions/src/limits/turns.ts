import { type Rate, takeTurn } from '@foyer/domain/rate-limit';
import { LRUCache } from 'lru-cache';

/** One turn of many that are taken together. */
export interface Turn {
  key: string;
  rate: Rate;
  /** How many events it counts for. */
  weight?: number;
}

/** Turns in the memory of one instance. The keys that were used least recently are forgotten first, and then have all their turns. */
export class Turns {
  readonly #tats: LRUCache<string, number>;

  constructor(keysMax: number) {
    // `max` would reserve the room for all of them at the start.
    this.#tats = new LRUCache({ maxSize: keysMax, sizeCalculation: () => 1 });
  }

  /** Takes every one of these turns and returns 0, or takes none and returns how long to wait, in ms. */
  take(turns: readonly Turn[], nowMs: number): number {
    const verdicts = turns.map(({ key, rate, weight }) => takeTurn(this.#tats.get(key) ?? 0, nowMs, rate, weight));
    const waitMs = Math.max(0, ...verdicts.map((verdict) => (verdict.allowed ? 0 : verdict.retryAfterMs)));
    if (waitMs > 0) return waitMs;
    turns.forEach(({ key }, index) => {
      const verdict = verdicts[index];
      if (verdict?.allowed) this.#tats.set(key, verdict.tat);
    });
    return 0;
  }
}

/**
 * How many keys must be remembered so that no network is forgotten before its turns are back: what an instance can admit meanwhile, at two
 * keys each. A key is written only for what was admitted, so refused requests cannot push anyone out.
 */
export function keysMax(network: Rate, instance: Rate): number {
  return 2 * (instance.burst + Math.ceil((network.burst * network.refillMs) / instance.refillMs));
}
