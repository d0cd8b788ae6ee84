import { FieldValue, Timestamp, type WriteBatch } from '@google-cloud/firestore';
import { AgingCache } from '../aging-cache.ts';
import type { Cloud } from '../cloud.ts';
import { logs } from '../logs.ts';
import { perInstance } from '../per-instance.ts';
import { MANAGER_HOUR } from './rates.ts';

const HOUR_MS = 3600_000;
/** How late an instance sees what the others admitted. */
const FRESH_MS = 10_000;

interface Hour {
  stored: Promise<number>;
  entered: number;
}
const hoursOf = perInstance<Cloud, AgingCache<Hour>>((cloud) => new AgingCache(cloud, { max: 2000, ttlMs: FRESH_MS }));

/** `busy` from the soft limit on, `full` from the hard one. */
export type Load = 'calm' | 'busy' | 'full';

/** Admits a new conversation unless the hour is full. One read per ten seconds. If the store fails it admits all, so no page closes. */
export async function enterManagersHour(cloud: Cloud, managerId: string): Promise<Load> {
  const hour = hourOf(cloud, managerId);
  const count = (await hour.stored) + hour.entered;
  if (count >= MANAGER_HOUR.hard) return 'full';
  // Counts before the write is stored: otherwise simultaneous requests would all be admitted as the last one.
  hour.entered++;
  return count >= MANAGER_HOUR.soft ? 'busy' : 'calm';
}

export function untilNextHourMs(nowMs: number): number {
  return HOUR_MS - (nowMs % HOUR_MS);
}

/** For all instances, in the batch that stores it. A blind increment, so simultaneous conversations do not wait for each other. */
export async function countConversation(cloud: Cloud, batch: WriteBatch, managerId: string): Promise<void> {
  const place = (await cloud.tables()).managerHour(hourKey(cloud, managerId));
  batch.set(place, { count: FieldValue.increment(1), expireAt: Timestamp.fromMillis(cloud.now() + 2 * HOUR_MS) }, { merge: true });
}

function hourOf(cloud: Cloud, managerId: string): Hour {
  const hours = hoursOf(cloud);
  const key = hourKey(cloud, managerId);
  const known = hours.get(key);
  if (known) return known;
  const hour = { stored: readCount(cloud, key), entered: 0 };
  hours.set(key, hour);
  return hour;
}

async function readCount(cloud: Cloud, key: string): Promise<number> {
  try {
    return (await (await cloud.tables()).managerHour(key).get()).data()?.count ?? 0;
  } catch (cause) {
    logs.limitsUnavailable(cause);
    return 0;
  }
}

function hourKey(cloud: Cloud, managerId: string): string {
  return `hour-${Math.floor(cloud.now() / HOUR_MS)}-${managerId}`;
}
