import { LRUCache } from 'lru-cache';
import type { Platform } from './cloud.ts';

type Room<V> = { max: number } | { weightMax: number; weigh(value: V): number };

/** By the platform's steady clock: with `lru-cache`'s own `ttl`, the number of reads would depend on how busy the machine is. */
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
