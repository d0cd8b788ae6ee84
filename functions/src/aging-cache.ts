import { LRUCache } from 'lru-cache';
import type { Platform } from './cloud.ts';

/**
 * Remembers at most `max` entries, each for `ttlMs` by the platform's steady clock. The `ttl` of `lru-cache` goes by the process's clock:
 * how much is read would depend on how busy the machine is, and no test could tell.
 */
export class AgingCache<V> {
  readonly #entries: LRUCache<string, { value: V; at: number }>;
  readonly #platform: Platform;
  readonly #ttlMs: number;

  constructor(platform: Platform, { max, ttlMs }: { max: number; ttlMs: number }) {
    this.#entries = new LRUCache({ max });
    this.#platform = platform;
    this.#ttlMs = ttlMs;
  }

  /** The entry, or `undefined` when there is none or it is too old. */
  get(key: string): V | undefined {
    const entry = this.#entries.get(key);
    return entry && this.#platform.steadyNow() - entry.at < this.#ttlMs ? entry.value : undefined;
  }

  set(key: string, value: V): void {
    this.#entries.set(key, { value, at: this.#platform.steadyNow() });
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}
