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
import { CODES_RATE, CONVERSATIONS_RATE, WIDE_FACTOR } from './rates.ts';

/** What a network is limited in. */
export type Kind = 'conversations' | 'codes';

const RATES: Readonly<Record<Kind, Rate>> = { conversations: CONVERSATIONS_RATE, codes: CODES_RATE };

/** How often a turn is tried while other instances write the same network's limits. */
const RETRIES = { attempts: 6, jitterMs: 30 };

interface Memory {
  /** Until when a network is refused, without asking the store. */
  refused: LRUCache<string, number>;
  /** Wrong codes that wait to be counted, by their neighbourhood. */
  queues: Map<string, Promise<unknown>>;
}
const memoryOf = perInstance<Cloud, Memory>(() => ({ refused: new LRUCache({ max: 10_000 }), queues: new Map() }));

/**
 * Takes a turn of a network, exactly, across all instances: one read and one write, or nothing for one that is known to be refused.
 * `weight` is how much of a turn this takes. When the store fails nobody gets in. Throws `busy`.
 */
export async function takeNetworkTurn(cloud: Cloud, network: Network | null, kind: Kind, weight = 1): Promise<Verdict> {
  return network === null ? { allowed: true, tat: 0 } : closed(() => take(cloud, network, kind, weight));
}

/**
 * Takes a turn for a code that opened nothing. A right code is never refused: a success costs no turn, and is not asked for one, so that
 * nobody's wrong codes lock another person of the same network out. With 95 random bits in a code, what an instance lets in of one network
 * (limits/rates.ts) is far below what guessing needs; these turns are for the store's sake. Throws `too-many-codes` or `busy`.
 */
export async function countWrongCode(cloud: Cloud, network: Network | null): Promise<void> {
  if (network === null) return;
  // One after the other: many at once would only fail each other's precondition.
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
  // What has expired counts for nothing, though it may still be there.
  const valid = stored && stored.expireAt.toMillis() > cloud.now() ? stored : { conversations: NONE, codes: NONE };
  const { conversations, codes } = valid;
  return { place, narrowKey, updateTime: snapshot.updateTime, tats: valid[kind], others: { conversations, codes } };
}

/** A turn that counts for less may be there when one that counts for more is not. */
function refusalKey({ narrow }: Network, kind: Kind, weight: number): string {
  return `${kind} ${weight} ${narrow}`;
}

const NONE: NetworkTats = { wide: 0, narrow: {} };

/** A turn of the network and one of its neighbourhood, both or none. Networks whose turns are all back are forgotten. */
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

/** Without the store nobody can say how many came from a network: then nobody gets in, and is told to come again. */
async function closed<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    logs.limitsUnavailable(cause);
    throw new Problem('busy', { retryAfterMs: 2000 });
  }
}
