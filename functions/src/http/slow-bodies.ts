import type { Network } from './network.ts';
import { Problem } from './problem.ts';

/** Nearly every body is here at once with its head, or within the time of a slow phone's radio. Only later ones count as slow. */
const SLOW_AFTER_MS = 250;
/** A body has this long, and then a second more for each `BYTES_A_SECOND` that have come: 10 MB over a slow phone, but never a trickle. */
const PATIENCE_MS = 10_000;
const BYTES_A_SECOND = 32_000;
/** Slow bodies that hold a place at the same time, of one network and of all. An instance of the API has twenty places. */
const OF_NETWORK_MAX = 4;
const OF_ALL_MAX = 12;

/** The pace at which one body comes. */
export interface Pace {
  /** Waits for the next part; `length` are the bytes that have come before. Throws `body-too-slow`. */
  wait<T>(part: Promise<T>, length: number): Promise<T>;
  /** The body is here, or was given up. */
  end(): void;
}

const watched = new WeakMap<Request, { bodies: SlowBodies; network: Network | null }>();

/** Counts the bodies of one instance that are slow in coming, so that they never hold all its places. */
export class SlowBodies {
  readonly #open = new Map<string, number>();

  /** Has the body of this request counted when it is read. `network` is whose it is. */
  watch(request: Request, network: Network | null): void {
    watched.set(request, { bodies: this, network });
  }

  /** Takes a place for a slow body and returns what gives it back, or `null` where too many are taken. */
  take(network: Network | null): (() => void) | null {
    const keys = ['all', ...(network ? [network.narrow] : [])];
    if (keys.some((key) => (this.#open.get(key) ?? 0) >= (key === 'all' ? OF_ALL_MAX : OF_NETWORK_MAX))) return null;
    for (const key of keys) this.#open.set(key, (this.#open.get(key) ?? 0) + 1);
    return () => {
      for (const key of keys) {
        const left = (this.#open.get(key) ?? 1) - 1;
        if (left === 0) this.#open.delete(key);
        else this.#open.set(key, left);
      }
    };
  }
}

/** When the reading of a body began. */
const begun = new WeakMap<Request, number>();

/** The pace of a request's body, from the first time that it is asked for. One that nobody watches has the same patience, and takes no place. */
export function paceOf(request: Request): Pace {
  const { bodies, network } = watched.get(request) ?? { bodies: null, network: null };
  const startedAt = begun.get(request) ?? performance.now();
  begun.set(request, startedAt);
  let giveBack: (() => void) | null = null;
  const takePlace = () => {
    if (!bodies || giveBack) return;
    giveBack = bodies.take(network);
    if (!giveBack) throw new Problem('body-too-slow');
  };
  return {
    async wait(part, length) {
      // Whoever gives up leaves this behind; it then fails, and nobody asks for it.
      part.catch(() => undefined);
      const early = await orLate(part, startedAt + SLOW_AFTER_MS);
      if (early !== LATE) return early;
      takePlace();
      const come = await orLate(part, startedAt + PATIENCE_MS + (length / BYTES_A_SECOND) * 1000);
      if (come === LATE) throw new Problem('body-too-slow');
      return come;
    },
    end() {
      giveBack?.();
      giveBack = null;
    },
  };
}

const LATE = Symbol('late');

async function orLate<T>(part: Promise<T>, at: number): Promise<T | typeof LATE> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, at - performance.now()), LATE);
  });
  try {
    return await Promise.race([part, late]);
  } finally {
    clearTimeout(timer);
  }
}
