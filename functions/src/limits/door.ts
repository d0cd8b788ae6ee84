import type { Rate } from '@foyer/domain/rate-limit';
import type { Network } from '../http/network.ts';
import { Problem } from '../http/problem.ts';
import {
  EXPORT_RATE,
  GIVEN_BACK_BY_INSTANCE_RATE,
  GIVEN_BACK_RATE,
  INBOX_SEARCH_RATE,
  INSTANCE_RATE,
  INSTANCE_READ_RATE,
  LINK_CHECK_RATE,
  LOOK_UP_RATE,
  NETWORK_RATE,
  OPEN_RATE,
  PUSH_TEST_RATE,
  READ_COST,
  READ_RATE,
  SEARCH_RATE,
  SLUG_CHECK_RATE,
  UPLOAD_RATE,
  VIEW_RATE,
  VIEWS_RATE,
  WIDE_FACTOR,
  WITHDRAWAL_RATE,
} from './rates.ts';
import { keysMax, Turns } from './turns.ts';

/** Only requests with a valid cookie or token create a key here. */
const PEOPLE_MAX = 10_000;

/** Refuses from memory, before any store read or cookie check. The true ceiling is each rate times the number of instances. */
export class Door {
  readonly #writeRate: Rate;
  readonly #readRate: Rate;
  readonly #writes: Turns;
  readonly #views = new Turns(keysMax(VIEW_RATE, VIEWS_RATE));
  readonly #reads: Turns;
  readonly #givenBack = new Turns(keysMax(GIVEN_BACK_RATE, GIVEN_BACK_BY_INSTANCE_RATE));
  readonly #people = new Turns(PEOPLE_MAX);

  constructor(writes: Rate = INSTANCE_RATE, reads: Rate = INSTANCE_READ_RATE) {
    this.#writeRate = writes;
    this.#readRate = reads;
    this.#writes = new Turns(keysMax(NETWORK_RATE, writes));
    this.#reads = new Turns(keysMax(READ_RATE, reads));
  }

  /** Throws `too-fast`, as all `admit` methods do. */
  admitWrite(network: Network | null, nowMs: number): void {
    admit(this.#writes, [...ofNetwork(network, NETWORK_RATE), { key: 'all', rate: this.#writeRate }], nowMs);
  }

  /** Whether a form refused with `too-fast` is returned on a page with its content. */
  givesBack(network: Network | null, nowMs: number): boolean {
    const turns = [...ofNetwork(network, GIVEN_BACK_RATE), { key: 'all', rate: GIVEN_BACK_BY_INSTANCE_RATE }];
    return this.#givenBack.take(turns, nowMs) === 0;
  }

  /** Separate from writes: views use up no write turns. */
  admitView(network: Network | null, nowMs: number): void {
    admit(this.#views, [...ofNetwork(network, VIEW_RATE), { key: 'all', rate: VIEWS_RATE }], nowMs);
  }

  /** `cost` is in units of `READ_COST`. */
  admitRead(network: Network | null, cost: number, nowMs: number): void {
    admit(this.#reads, this.#read(network, cost), nowMs);
  }

  /** How long a network must wait for such a read, in ms; 0 if it may read now. Takes no turn. */
  readWaitMs(network: Network | null, cost: number, nowMs: number): number {
    return this.#reads.waitMs(this.#read(network, cost), nowMs);
  }

  /** A page or picture that is not cached here: it must be looked up, and may not exist. */
  admitLookUp(network: Network | null, nowMs: number): void {
    admit(this.#reads, [...this.#read(network, READ_COST.lookUp), { key: 'look-ups', rate: LOOK_UP_RATE }], nowMs);
  }

  admitSearch(network: Network | null, nowMs: number): void {
    admit(this.#reads, [...this.#read(network, READ_COST.search), { key: 'searches', rate: SEARCH_RATE }], nowMs);
  }

  admitOpen(conversationId: string, nowMs: number): void {
    admit(this.#people, [{ key: `open ${conversationId}`, rate: OPEN_RATE }], nowMs);
  }

  admitExport(conversationId: string, nowMs: number): void {
    admit(this.#people, [{ key: `export ${conversationId}`, rate: EXPORT_RATE }], nowMs);
  }

  admitUpload(managerId: string, nowMs: number): void {
    admit(this.#people, [{ key: `upload ${managerId}`, rate: UPLOAD_RATE }], nowMs);
  }

  admitLinkCheck(managerId: string, nowMs: number): void {
    admit(this.#people, [{ key: `link ${managerId}`, rate: LINK_CHECK_RATE }], nowMs);
  }

  admitPushTest(managerId: string, nowMs: number): void {
    admit(this.#people, [{ key: `push ${managerId}`, rate: PUSH_TEST_RATE }], nowMs);
  }

  admitWithdrawal(managerId: string, nowMs: number): void {
    admit(this.#people, [{ key: `withdrawal ${managerId}`, rate: WITHDRAWAL_RATE }], nowMs);
  }

  admitSlugCheck(managerId: string, nowMs: number): void {
    admit(this.#people, [{ key: `slug ${managerId}`, rate: SLUG_CHECK_RATE }], nowMs);
  }

  admitInboxSearch(managerId: string, nowMs: number): void {
    admit(this.#people, [{ key: `search ${managerId}`, rate: INBOX_SEARCH_RATE }], nowMs);
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
