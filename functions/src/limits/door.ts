import { type Rate, takeTurn } from '@foyer/domain/rate-limit';
import { countViewEndpoint } from '@foyer/domain/statistics';
import { createMiddleware } from 'hono/factory';
import { LRUCache } from 'lru-cache';
import { type Network, networkOf } from '../http/network.ts';
import { Problem } from '../http/problem.ts';
import { isRead, type SiteEnv } from '../http/route.ts';
import {
  EXPORT_RATE,
  INSTANCE_RATE,
  LINK_CHECK_RATE,
  NETWORK_RATE,
  OPEN_RATE,
  UPLOAD_RATE,
  VIEW_RATE,
  VIEWS_RATE,
  WIDE_FACTOR,
} from './rates.ts';

/** Keys that are remembered; the ones not heard of for longest are forgotten first, and are strangers again. */
const KEYS_MAX = 10_000;

/**
 * What one instance refuses from memory alone, before anything is read: a flood costs it neither the store nor a look at a cookie.
 * The true ceiling is each rate times the number of instances; the limits in the store are exact across them.
 */
export class Door {
  readonly #instance: Rate;
  readonly #tats = new LRUCache<string, number>({ max: KEYS_MAX });

  constructor(instance: Rate = INSTANCE_RATE) {
    this.#instance = instance;
  }

  /** Any write. Throws `too-fast`. */
  admitWrite(network: Network | null, nowMs: number): void {
    this.#admitNetwork('', network, NETWORK_RATE, nowMs);
    this.#admit('instance', this.#instance, nowMs);
  }

  /** A view, which takes nothing away from those who write. Throws `too-fast`. */
  admitView(network: Network | null, nowMs: number): void {
    this.#admitNetwork('view ', network, VIEW_RATE, nowMs);
    this.#admit('views', VIEWS_RATE, nowMs);
  }

  /** A conversation read through the API. Throws `too-fast`. */
  admitOpen(conversationId: string, nowMs: number): void {
    this.#admit(`open ${conversationId}`, OPEN_RATE, nowMs);
  }

  /** A copy of a conversation. Throws `too-fast`. */
  admitExport(conversationId: string, nowMs: number): void {
    this.#admit(`export ${conversationId}`, EXPORT_RATE, nowMs);
  }

  /** A picture. Throws `too-fast`. */
  admitUpload(managerId: string, nowMs: number): void {
    this.#admit(`upload ${managerId}`, UPLOAD_RATE, nowMs);
  }

  /** A look at another site on a manager's behalf. Throws `too-fast`. */
  admitLinkCheck(managerId: string, nowMs: number): void {
    this.#admit(`link ${managerId}`, LINK_CHECK_RATE, nowMs);
  }

  #admitNetwork(what: string, network: Network | null, { burst, refillMs }: Rate, nowMs: number): void {
    if (!network) return;
    this.#admit(`${what}narrow ${network.narrow}`, { burst, refillMs }, nowMs);
    this.#admit(`${what}wide ${network.wide}`, { burst: burst * WIDE_FACTOR, refillMs: refillMs / WIDE_FACTOR }, nowMs);
  }

  #admit(key: string, rate: Rate, nowMs: number): void {
    const turn = takeTurn(this.#tats.get(key) ?? 0, nowMs, rate);
    if (!turn.allowed) throw new Problem('too-fast', { retryAfterMs: turn.retryAfterMs });
    this.#tats.set(key, turn.tat);
  }
}

/** The first guard of every write. */
export const writesInTurn = createMiddleware<SiteEnv>(async (context, next) => {
  const { cloud } = context.var;
  if (context.req.path === countViewEndpoint.path) cloud.door.admitView(networkOf(context), cloud.now());
  else if (!isRead(context.req.method)) cloud.door.admitWrite(networkOf(context), cloud.now());
  await next();
});
