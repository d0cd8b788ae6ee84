import { createHmac } from 'node:crypto';
import type { Challenge } from '@foyer/domain/problem';
import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1';
import { z } from 'zod';
import type { Cloud } from '../cloud.ts';
import type { Network } from '../http/network.ts';

/** On average half of it is tried: half a second on a laptop, two on an old phone. A program pays it for every conversation. */
const NUMBER_MAX = 50_000;
const LIFETIME_MS = 10 * 60_000;

/** The one conversation that a proof can start: with this manager, from this network. */
export interface Proving {
  managerId: string;
  conversationId: string;
  network: Network | null;
}

/**
 * A proof of work (ALTCHA's protocol, version 1) for one new conversation. Stores nothing: the signed salt names the conversation, so the
 * solution starts only that one, which exists once however often it is sent.
 */
export async function challengeFor(cloud: Cloud, proving: Proving): Promise<Challenge> {
  const challenge = await createChallenge({
    algorithm: 'SHA-256',
    hmacKey: keysOf(cloud)[0] ?? '',
    maxnumber: NUMBER_MAX,
    params: { expiresAt: String(cloud.now() + LIFETIME_MS), for: nameOf(cloud, proving) },
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

/** Whether `proof` (base64 of JSON, from the browser) solves our challenge for this conversation in time. */
export async function isSolved(cloud: Cloud, proof: string, proving: Proving): Promise<boolean> {
  const solution = Solution.safeParse(jsonIn(proof));
  if (!solution.success) return false;
  const { took: _, ...payload } = solution.data;
  const params = extractParams(payload);
  if (params.for !== nameOf(cloud, proving) || !(Number(params.expiresAt) > cloud.now())) return false;
  const verdicts = await Promise.all(keysOf(cloud).map((key) => verifySolution(payload, key)));
  return verdicts.includes(true);
}

/** 128 bits that identify the conversation. Hashed, because the salt goes to the browser and must not reveal an address. */
function nameOf(cloud: Cloud, { managerId, conversationId, network }: Proving): string {
  const name = JSON.stringify([managerId, conversationId, network?.narrow ?? null]);
  return createHmac('sha256', keysOf(cloud)[0] ?? '')
    .update(`for:${name}`)
    .digest('hex')
    .slice(0, 32);
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
