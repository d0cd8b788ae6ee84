import { createHmac } from 'node:crypto';
import type { Challenge } from '@foyer/domain/problem';
import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1';
import { z } from 'zod';
import type { Cloud } from '../cloud.ts';

/** Half of it is tried on the average: half a second on a laptop, two on an old phone, and a program pays it for every conversation. */
const NUMBER_MAX = 50_000;
const LIFETIME_MS = 10 * 60_000;

/**
 * A proof of work (ALTCHA's protocol, version 1) for one first message. Nothing is stored: the signed salt names the message, so that a
 * solution is of use for that message alone, which is stored once however often it comes.
 */
export async function challengeFor(cloud: Cloud, messageId: string): Promise<Challenge> {
  const challenge = await createChallenge({
    algorithm: 'SHA-256',
    hmacKey: keysOf(cloud)[0] ?? '',
    maxnumber: NUMBER_MAX,
    params: { expiresAt: String(cloud.now() + LIFETIME_MS), for: messageId },
  });
  return { maxnumber: NUMBER_MAX, ...challenge };
}

const Solution = z.strictObject({
  algorithm: z.literal('SHA-256'),
  challenge: z.string(),
  number: z.int().nonnegative().max(NUMBER_MAX),
  salt: z.string().max(300),
  signature: z.string(),
  took: z.number().optional(),
});

/** Whether `proof` (base64 of JSON, from the browser) solves a challenge of ours for this message, in time. */
export async function isSolved(cloud: Cloud, proof: string, messageId: string): Promise<boolean> {
  const solution = Solution.safeParse(jsonIn(proof));
  if (!solution.success) return false;
  const { took: _, ...payload } = solution.data;
  const params = extractParams(payload);
  if (params.for !== messageId || !(Number(params.expiresAt) > cloud.now())) return false;
  const verdicts = await Promise.all(keysOf(cloud).map((key) => verifySolution(payload, key)));
  return verdicts.includes(true);
}

function keysOf(cloud: Cloud): string[] {
  return cloud.config.sessionKeys.map((key) => createHmac('sha256', key).update('challenge').digest('hex'));
}

function jsonIn(proof: string): unknown {
  try {
    return JSON.parse(Buffer.from(proof, 'base64').toString('utf8'));
  } catch {
    return null;
  }
}
