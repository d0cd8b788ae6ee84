import { type Rate, takeTurn, type Verdict } from '@foyer/domain/rate-limit';
import { Timestamp } from '@google-cloud/firestore';
import { LRUCache } from 'lru-cache';
import type { Cloud } from '../cloud.ts';
import { isAccepted, type NetworkTats } from '../db.ts';
import type { Network } from '../http/network.ts';
import { Problem } from '../http/problem.ts';
import { inTurn } from '../in-turn.ts';
import { logs } from '../logs.ts';
import { perInstance } from '../per-instance.ts';
import { AGAIN, retrying } from '../retrying.ts';
import { KEPT_MS, networkKey } from './day-key.ts';
import { CODES_RATE, CONVERSATIONS_RATE, MAILS_RATE, WIDE_FACTOR } from './rates.ts';

export type Kind = 'conversations' | 'codes' | 'mails';

const RATES: Readonly<Record<Kind, Rate>> = { conversations: CONVERSATIONS_RATE, codes: CODES_RATE, mails: MAILS_RATE };

const RETRIES = { attempts: 6, jitterMs: 30 };

interface Memory {
  /** Known refusals and when they end, in ms: no store read needed. */
  refused: LRUCache<string, number>;
  queues: Map<string, Promise<unknown>>;
}
const memoryOf = perInstance<Cloud, Memory>(() => ({ refused: new LRUCache({ max: 10_000 }), queues: new Map() }));

/** Exact across instances: one read and one write, none for a known refusal. `weight`: share of a turn. Throws `busy` without a store. */
export async function takeNetworkTurn(cloud: Cloud, network: Network | null, kind: Kind, weight = 1): Promise<Verdict> {
  return network === null ? { allowed: true, tat: 0 } : closed(() => take(cloud, network, kind, weight));
}

/**
 * Charges a network for a wrong code. A correct code is neither charged nor checked, so no one's wrong codes lock others of the network
 * out. With 95 random bits in a code, what an instance admits (limits/rates.ts) is far too little for guessing; this limit protects the
 * store. Throws `too-many-codes` or `busy`.
 */
export async function countWrongCode(cloud: Cloud, network: Network | null): Promise<void> {
  if (network === null) return;
  // Queued: at the same time they would only fail each other's precondition.
  const verdict = await inTurn(memoryOf(cloud).queues, network.wide, () => takeNetworkTurn(cloud, network, 'codes'));
  logs.codeRefused(verdict.allowed ? 'unknown' : 'too-many');
  if (!verdict.allowed) throw new Problem('too-many-codes', { retryAfterMs: verdict.retryAfterMs });
}

async function take(cloud: Cloud, network: Network, kind: Kind, weight: number): Promise<Verdict> {
  return retrying(RETRIES, async () => {
    const state = await read(cloud, network, kind, weight);
    if ('verdict' in state) return state.verdict;
    const { verdict, next } = judge(state.tats, state.narrowKey, kind, cloud.now(), weight);
    if (!verdict.allowed) {
      memoryOf(cloud).refused.set(refusalKey(network, kind, weight), cloud.now() + verdict.retryAfterMs);
      return verdict;
    }
    const content = { ...state.others, [kind]: next, expireAt: Timestamp.fromMillis(cloud.now() + KEPT_MS) };
    const written = state.updateTime ? state.place.update(content, { lastUpdateTime: state.updateTime }) : state.place.create(content);
    return (await isAccepted(written)) ? verdict : AGAIN;
  });
}

async function read(cloud: Cloud, network: Network, kind: Kind, weight: number) {
  const until = memoryOf(cloud).refused.get(refusalKey(network, kind, weight)) ?? 0;
  if (until > cloud.now()) return { verdict: { allowed: false, retryAfterMs: until - cloud.now() } as const };
  const [wideKey, narrowKey] = await Promise.all([networkKey(cloud, network.wide), networkKey(cloud, network.narrow)]);
  const place = (await cloud.tables()).networkLimits(wideKey);
  const snapshot = await place.get();
  const stored = snapshot.data();
  // An expired document may still exist.
  const { conversations = NONE, codes = NONE, mails = NONE } = stored && stored.expireAt.toMillis() > cloud.now() ? stored : {};
  const all = { conversations, codes, mails };
  return { place, narrowKey, updateTime: snapshot.updateTime, tats: all[kind], others: all };
}

/** A light turn may be available when a heavier one is not, so each weight has its own key. */
function refusalKey({ narrow }: Network, kind: Kind, weight: number): string {
  return `${kind} ${weight} ${narrow}`;
}

const NONE: NetworkTats = { wide: 0, narrow: {} };

/** Charges the narrow and the wide network, both or neither. Drops narrow networks whose turns are all back. */
function judge(
  { wide, narrow }: NetworkTats,
  key: string,
  kind: Kind,
  nowMs: number,
  weight: number,
): { verdict: Verdict; next: NetworkTats } {
  const rate = RATES[kind];
  const own = takeTurn(narrow[key] ?? 0, nowMs, rate, weight);
  const shared = takeTurn(wide, nowMs, { burst: rate.burst * WIDE_FACTOR, refillMs: rate.refillMs / WIDE_FACTOR }, weight);
  const verdict = own.allowed ? shared : own;
  if (!own.allowed || !shared.allowed) return { verdict, next: { wide, narrow } };
  const busy = Object.entries(narrow).filter(([, tat]) => tat > nowMs);
  return { verdict, next: { wide: shared.tat, narrow: { ...Object.fromEntries(busy), [key]: own.tat } } };
}

/** Fails closed: without the store there is no count, so it admits no one. */
async function closed<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    logs.limitsUnavailable(cause);
    throw new Problem('busy', { retryAfterMs: 2000 });
  }
}
