import type { Rate } from '@foyer/domain/rate-limit';
import type { Network } from '../http/network.ts';
import { Problem } from '../http/problem.ts';
import {
  EXPORT_RATE,
  GIVEN_BACK_BY_INSTANCE_RATE,
  GIVEN_BACK_RATE,
  INSTANCE_RATE,
  INSTANCE_READ_RATE,
  LINK_CHECK_RATE,
  LOOK_UP_RATE,
  NETWORK_RATE,
  OPEN_RATE,
  READ_COST,
  READ_RATE,
  SEARCH_RATE,
  SLUG_CHECK_RATE,
  UPLOAD_RATE,
  VIEW_RATE,
  VIEWS_RATE,
  WIDE_FACTOR,
} from './rates.ts';
import { keysMax, Turns } from './turns.ts';

/** Conversations and managers that are remembered. Only those whose cookie or token was right get a key here. */
const PEOPLE_MAX = 10_000;

/**
 * What one instance refuses from memory alone, before anything is read: a flood costs it neither the store nor a look at a cookie.
 * The true ceiling is each rate times the number of instances; the limits in the store are exact across them.
 */
export class Door {
  readonly #writeRate: Rate;
  readonly #readRate: Rate;
  readonly #writes: Turns;
  readonly #views = new Turns(keysMax(VIEW_RATE, VIEWS_RATE));
  readonly #reads: Turns;
  readonly #givenBack = new Turns(keysMax(GIVEN_BACK_RATE, GIVEN_BACK_BY_INSTANCE_RATE));
  readonly #people = new Turns(PEOPLE_MAX);

  /** `writes` and `reads` are what the whole instance takes. */
  constructor(writes: Rate = INSTANCE_RATE, reads: Rate = INSTANCE_READ_RATE) {
    this.#writeRate = writes;
    this.#readRate = reads;
    this.#writes = new Turns(keysMax(NETWORK_RATE, writes));
    this.#reads = new Turns(keysMax(READ_RATE, reads));
  }

  /** Any write. Throws `too-fast`. */
  admitWrite(network: Network | null, nowMs: number): void {
    admit(this.#writes, [...ofNetwork(network, NETWORK_RATE), { key: 'all', rate: this.#writeRate }], nowMs);
  }

  /** Whether a form that is refused for being too fast is given back on a page. */
  givesBack(network: Network | null, nowMs: number): boolean {
    const turns = [...ofNetwork(network, GIVEN_BACK_RATE), { key: 'all', rate: GIVEN_BACK_BY_INSTANCE_RATE }];
    return this.#givenBack.take(turns, nowMs) === 0;
  }

  /** A view, which takes nothing away from those who write. Throws `too-fast`. */
  admitView(network: Network | null, nowMs: number): void {
    admit(this.#views, [...ofNetwork(network, VIEW_RATE), { key: 'all', rate: VIEWS_RATE }], nowMs);
  }

  /** Anything that changes nothing. `cost` is in the units of `READ_COST`. Throws `too-fast`. */
  admitRead(network: Network | null, cost: number, nowMs: number): void {
    admit(this.#reads, this.#read(network, cost), nowMs);
  }

  /** A page or a picture that this instance does not remember: it has to be looked up, and may not exist. Throws `too-fast`. */
  admitLookUp(network: Network | null, nowMs: number): void {
    admit(this.#reads, [...this.#read(network, READ_COST.lookUp), { key: 'look-ups', rate: LOOK_UP_RATE }], nowMs);
  }

  /** A search in the directory that this instance does not remember. Throws `too-fast`. */
  admitSearch(network: Network | null, nowMs: number): void {
    admit(this.#reads, [...this.#read(network, READ_COST.search), { key: 'searches', rate: SEARCH_RATE }], nowMs);
  }

  /** A conversation read through the API. Throws `too-fast`. */
  admitOpen(conversationId: string, nowMs: number): void {
    admit(this.#people, [{ key: `open ${conversationId}`, rate: OPEN_RATE }], nowMs);
  }

  /** A copy of a conversation. Throws `too-fast`. */
  admitExport(conversationId: string, nowMs: number): void {
    admit(this.#people, [{ key: `export ${conversationId}`, rate: EXPORT_RATE }], nowMs);
  }

  /** A picture. Throws `too-fast`. */
  admitUpload(managerId: string, nowMs: number): void {
    admit(this.#people, [{ key: `upload ${managerId}`, rate: UPLOAD_RATE }], nowMs);
  }

  /** A look at another site on a manager's behalf. Throws `too-fast`. */
  admitLinkCheck(managerId: string, nowMs: number): void {
    admit(this.#people, [{ key: `link ${managerId}`, rate: LINK_CHECK_RATE }], nowMs);
  }

  /** A question whether an address is free. Throws `too-fast`. */
  admitSlugCheck(managerId: string, nowMs: number): void {
    admit(this.#people, [{ key: `slug ${managerId}`, rate: SLUG_CHECK_RATE }], nowMs);
  }

  #read(network: Network | null, weight: number) {
    return [...ofNetwork(network, READ_RATE, weight), { key: 'all', rate: this.#readRate, weight }];
  }
}

function ofNetwork(network: Network | null, { burst, refillMs }: Rate, weight = 1) {
  if (!network) return [];
  return [
    { key: `narrow ${network.narrow}`, rate: { burst, refillMs }, weight },
    { key: `wide ${network.wide}`, rate: { burst: burst * WIDE_FACTOR, refillMs: refillMs / WIDE_FACTOR }, weight },
  ];
}

function admit(turns: Turns, wanted: Parameters<Turns['take']>[0], nowMs: number): void {
  const retryAfterMs = turns.take(wanted, nowMs);
  if (retryAfterMs > 0) throw new Problem('too-fast', { retryAfterMs });
}
