import { createHmac, randomBytes } from 'node:crypto';
import { Timestamp } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { STORE_ERROR, storeErrorCode, type Tables } from '../db.ts';
import { perInstance } from '../per-instance.ts';

const DAY_MS = 24 * 3600_000;
/** Stored network limits are useful for one day and kept for at most one more. */
export const KEPT_MS = 2 * DAY_MS;

interface Memory {
  known: { day: number; key: Promise<Buffer> } | null;
}
const memoryOf = perInstance<Cloud, Memory>(() => ({ known: null }));

/**
 * The key of a network's limits: HMAC-SHA-256 of its address, cut to 128 bits, with a key mixed from the day's random number, deleted after
 * two days, and a secret outside the database. Without both, the 2^32 addresses cannot be tried out; without the number, no one ever can.
 */
export async function networkKey(cloud: Cloud, prefix: string): Promise<string> {
  return createHmac('sha256', await keyOfToday(cloud))
    .update(`network:${prefix}`)
    .digest('hex')
    .slice(0, 32);
}

function keyOfToday(cloud: Cloud): Promise<Buffer> {
  const day = Math.floor(cloud.now() / DAY_MS);
  const memory = memoryOf(cloud);
  if (memory.known?.day === day) return memory.known.key;
  const key = openKey(cloud, day);
  memory.known = { day, key };
  key.catch(() => {
    memory.known = null;
  });
  return key;
}

async function openKey(cloud: Cloud, day: number): Promise<Buffer> {
  const number = (await cloud.tables()).dayNumber(`day-${day}`);
  const known = (await number.get()).data() ?? (await drawNumber(number, cloud.now()));
  return createHmac('sha256', cloud.config.sessionKeys[0] ?? '')
    .update(`day:${known.number}`)
    .digest();
}

async function drawNumber(place: ReturnType<Tables['dayNumber']>, nowMs: number): Promise<{ number: string }> {
  const drawn = { number: randomBytes(32).toString('hex'), expireAt: Timestamp.fromMillis(nowMs + KEPT_MS) };
  try {
    await place.create(drawn);
    return drawn;
  } catch (error) {
    const first = storeErrorCode(error) === STORE_ERROR.alreadyExists ? (await place.get()).data() : undefined;
    if (!first) throw error;
    return first;
  }
}
