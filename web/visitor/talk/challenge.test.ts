import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { solveChallenge } from './challenge.ts';

const salt = '0a1b2c?expires=1&for=m1&';
const challengeOf = (number: number, maxnumber: number) => ({
  algorithm: 'SHA-256',
  challenge: createHash('sha256').update(`${salt}${number}`).digest('hex'),
  maxnumber,
  salt,
  signature: 'signed',
});

test.each([0, 255, 256, 1000])('finds the number %i, and returns it with what the server signed', async (number) => {
  const challenge = challengeOf(number, 1000);
  const proof = await solveChallenge(challenge);
  const { maxnumber: _, ...signed } = challenge;
  expect(JSON.parse(atob(proof ?? ''))).toEqual({ ...signed, number });
});

test('stops at a challenge without a solution', async () => {
  expect(await solveChallenge(challengeOf(1001, 1000))).toBeNull();
});
