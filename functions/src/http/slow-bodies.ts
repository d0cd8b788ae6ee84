import type { Network } from './network.ts';
import { Problem } from './problem.ts';

/** Nearly every body arrives with its head, or within a slow phone's radio latency. Only later ones count as slow. */
const SLOW_AFTER_MS = 250;
/** A body gets this long plus a second for each `BYTES_A_SECOND` received: enough for 10 MB over a slow phone, but not for a trickle. */
const PATIENCE_MS = 10_000;
const BYTES_A_SECOND = 32_000;
/** At the same time, per network and in total. An instance of the API handles twenty requests at a time. */
const OF_NETWORK_MAX = 4;
const OF_ALL_MAX = 12;

export interface Pace {
  /** Awaits the next part; `length` is the bytes received before it. Throws `body-too-slow`. */
  wait<T>(part: Promise<T>, length: number): Promise<T>;
  end(): void;
}

const watched = new WeakMap<Request, { bodies: SlowBodies; network: Network | null }>();

/** Counts an instance's slow bodies, so they never take all its request slots. */
export class SlowBodies {
  readonly #open = new Map<string, number>();

  watch(request: Request, network: Network | null): void {
    watched.set(request, { bodies: this, network });
  }

  /** Takes a slot for a slow body and returns its release, or `null` if too many are taken. */
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

const begun = new WeakMap<Request, number>();

/** Measured from the first call. An unregistered body has the same time limit but takes no slot. */
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
      // After the caller gives up, this promise rejects with no one awaiting it.
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
