import { LRUCache } from 'lru-cache';

/** A larger value is not cached: it would evict most of the rest. */
const SHARE_MAX = 1 / 8;

/** Caches bytes by name up to a total size. Simultaneous requests for one name share one call of `make`. */
export class KeptBytes {
  readonly #kept: LRUCache<string, Buffer>;
  readonly #absent: LRUCache<string, true>;
  readonly #under = new Map<string, Promise<Buffer | null>>();

  /** Names without content are cached separately for `absentMs`, so they evict nothing. 0 means without expiry. */
  constructor({ bytesMax, keptMs = 0, absentMs = 0 }: { bytesMax: number; keptMs?: number; absentMs?: number }) {
    const sizeCalculation = ({ byteLength }: Buffer) => byteLength + 500;
    this.#kept = new LRUCache({ maxSize: bytesMax, maxEntrySize: bytesMax * SHARE_MAX, sizeCalculation, ttl: keptMs });
    this.#absent = new LRUCache({ max: 5000, ttl: absentMs });
  }

  knows(name: string): boolean {
    return this.#kept.has(name) || this.#absent.has(name);
  }

  async get(name: string, make: () => Promise<Buffer | null>): Promise<Buffer | null> {
    const known = this.#kept.get(name);
    if (known) return known;
    if (this.#absent.has(name)) return null;
    const underWay = this.#under.get(name);
    if (underWay) return underWay;
    const making = make().finally(() => this.#under.delete(name));
    this.#under.set(name, making);
    const made = await making;
    if (made) this.#kept.set(name, made);
    else this.#absent.set(name, true);
    return made;
  }
}
