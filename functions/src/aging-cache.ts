import { LRUCache } from 'lru-cache';
import type { Platform } from './cloud.ts';

/** How much is remembered: a number of entries, or what they weigh together. */
type Room<V> = { max: number } | { weightMax: number; weigh(value: V): number };

/**
 * Remembers entries within its room, each for `ttlMs` by the platform's steady clock. The `ttl` of `lru-cache` goes by the process's clock:
 * how much is read would depend on how busy the machine is, and no test could tell.
 */
export class AgingCache<V> {
  readonly #entries: LRUCache<string, { value: V; at: number }>;
  readonly #platform: Platform;
  readonly #ttlMs: number;

  constructor(platform: Platform, room: Room<V> & { ttlMs: number }) {
    this.#entries = new LRUCache(
      'max' in room ? { max: room.max } : { maxSize: room.weightMax, sizeCalculation: ({ value }) => room.weigh(value) },
    );
    this.#platform = platform;
    this.#ttlMs = room.ttlMs;
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
