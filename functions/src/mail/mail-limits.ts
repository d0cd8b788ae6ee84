import type { Rate } from '@foyer/domain/rate-limit';
import { takeTurn } from '@foyer/domain/rate-limit';
import { Timestamp } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import type { Network } from '../http/network.ts';
import { Problem } from '../http/problem.ts';
import { takeNetworkTurn } from '../limits/network-limits.ts';
import { logs } from '../logs.ts';
import { addressHash } from './mail-keys.ts';

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;

/** Mails to one address that strangers can cause, for each kind: site-wide, from all networks together. */
const PER_DAY = 3;
/** Conversations of one manager, and all together: addresses can differ without end, so each has its own limit. */
const MANAGER_RATE: Rate = { burst: 20, refillMs: HOUR_MS / 20 };
const SITE_RATE: Rate = { burst: 200, refillMs: HOUR_MS / 200 };

export type LimitedMail = 'confirmation' | 'way-back';

interface Asked {
  kind: LimitedMail;
  address: string;
  managerId: string;
  network: Network | null;
  /** Of `ADDRESS_KEY`, the newest. */
  secret: string;
}

/**
 * Takes a turn of the address (one an hour, three a day), of the network, the manager and the site, all of them or none but the network's.
 * Throws `too-many-mails`, or `busy` without a store: then no mail is sent.
 */
export async function takeMailTurn(cloud: Cloud, { kind, address, managerId, network, secret }: Asked): Promise<void> {
  const ofNetwork = await takeNetworkTurn(cloud, network, 'mails');
  if (!ofNetwork.allowed) throw tooMany(ofNetwork.retryAfterMs);
  const waitMs = await takeStored(cloud, `mail-${kind}-${addressHash(secret, address)}`, managerId).catch((cause: unknown) => {
    logs.limitsUnavailable(cause);
    throw new Problem('busy', { retryAfterMs: 2000 });
  });
  if (waitMs > 0) throw tooMany(waitMs);
}

async function takeStored(cloud: Cloud, addressKey: string, managerId: string): Promise<number> {
  const table = await cloud.tables();
  const [ofAddress, ofManager, ofSite] = [
    table.mailTimes(addressKey),
    table.mailTat(`mail-manager-${managerId}`),
    table.mailTat('mail-site'),
  ];
  return table.transaction(async (transaction) => {
    const [times, manager, site] = await Promise.all([transaction.get(ofAddress), transaction.get(ofManager), transaction.get(ofSite)]);
    const now = cloud.now();
    const sent = (times.data()?.times ?? []).filter((time) => now - time < DAY_MS);
    const turns = [takeTurn(manager.data()?.tat ?? 0, now, MANAGER_RATE), takeTurn(site.data()?.tat ?? 0, now, SITE_RATE)] as const;
    const waitMs = Math.max(addressWaitMs(sent, now), ...turns.map((turn) => (turn.allowed ? 0 : turn.retryAfterMs)));
    const [managers, sites] = turns;
    if (waitMs > 0 || !managers.allowed || !sites.allowed) return waitMs;
    const expireAt = Timestamp.fromMillis(now + DAY_MS);
    transaction.set(ofAddress, { times: [...sent, now], expireAt });
    transaction.set(ofManager, { tat: managers.tat, expireAt });
    transaction.set(ofSite, { tat: sites.tat, expireAt });
    return 0;
  });
}

/** `sent`: the times of the last day, earliest first. */
function addressWaitMs(sent: readonly number[], nowMs: number): number {
  const ofHour = (sent.at(-1) ?? Number.NEGATIVE_INFINITY) + HOUR_MS - nowMs;
  const ofDay = (sent.at(-PER_DAY) ?? Number.NEGATIVE_INFINITY) + DAY_MS - nowMs;
  return Math.max(0, ofHour, ofDay);
}

function tooMany(retryAfterMs: number): Problem {
  return new Problem('too-many-mails', { retryAfterMs });
}
