import { LRUCache } from 'lru-cache';

/** Nothing is kept that would push out most of the rest. */
const SHARE_MAX = 1 / 8;

/** Bytes that are costly to make or to fetch, kept by name up to a number of bytes. Those who want the same at once wait for one making. */
export class KeptBytes {
  readonly #kept: LRUCache<string, Buffer>;
  readonly #absent: LRUCache<string, true>;
  readonly #under = new Map<string, Promise<Buffer | null>>();

  /** Names with nothing behind them are remembered apart, for `absentMs`: they cannot push out anything. 0 is for ever. */
  constructor({ bytesMax, keptMs = 0, absentMs = 0 }: { bytesMax: number; keptMs?: number; absentMs?: number }) {
    const sizeCalculation = ({ byteLength }: Buffer) => byteLength + 500;
    this.#kept = new LRUCache({ maxSize: bytesMax, maxEntrySize: bytesMax * SHARE_MAX, sizeCalculation, ttl: keptMs });
    this.#absent = new LRUCache({ max: 5000, ttl: absentMs });
  }

  /** Whether `get` can answer without making anything. */
  knows(name: string): boolean {
    return this.#kept.has(name) || this.#absent.has(name);
  }

  /** What is kept under a name, or what `make` gives. Throws what `make` throws. */
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
