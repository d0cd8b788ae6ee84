import { BODY_MAX } from '@foyer/domain/limits';
import { createApp, endpoints } from '@foyer/functions/app';
import { endPause } from '@foyer/functions/managers/pause-page';
import fc from 'fast-check';
import { nanoid } from 'nanoid';
import { expect } from 'vitest';
import { expectOrdinary, readAnswer } from './answers.ts';
import { openTestCloud } from './cloud.ts';
import { addressOf, contractOf, type Fixture, nameOf, ownHeaders, someFixture, unclaim, validInput } from './fixture.ts';
import { type HostileBody, hostileBodies, rightBody } from './fuzz-bodies.ts';
import { newCode } from './visitor.ts';

/** Placeholders in a generated body for values that must be new in each request, replaced byte for byte with the same length. */
const FRESH_ID = 'fresh-message-id-fuzz';
const FRESH_CODE = 'FRESH-CODE-FRESH-COD';

/** Long enough to stay below the rates of a conversation and of a manager's hour. */
const STEP_MS = 600_000;

/** This run's seed; set `FUZZ_SEED` to repeat a run. */
export const FUZZ_SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);

const NAMES = endpoints.filter((contract) => contract.body !== undefined).map(nameOf);

export type Answers = Record<string, Record<number, number>>;

/**
 * Sends generated bodies to every endpoint that accepts one. Every answer must be ordinary; otherwise fast-check reports the seed and the
 * smallest body that still fails.
 */
export async function fuzzBodies(runs: number): Promise<Answers> {
  const cloud = openTestCloud();
  const app = createApp(cloud);
  const fixture = await someFixture(cloud);
  const answers: Answers = Object.fromEntries(NAMES.map((name) => [name, {}]));

  const request = fc
    .constantFrom(...NAMES)
    .chain((name) =>
      hostileBodies(template(name, fixture), contractOf(name).bodyMax ?? BODY_MAX).map((body): [string, HostileBody] => [name, body]),
    );
  const property = fc.asyncProperty(request, async ([name, { kind, type, bytes }]) => {
    cloud.advance(STEP_MS);
    const contract = contractOf(name);
    const answer = await readAnswer(
      app.request(addressOf(contract, validInput(name, fixture)), {
        method: contract.method,
        body: withFresh(bytes),
        headers: { ...ownHeaders(contract, fixture), 'content-type': type },
      }),
    );
    expectOrdinary(answer, `${name}, ${kind}`);
    expect('polluted' in Object.prototype, `${name}, ${kind}`).toBe(false);
    const counts = answers[name] ?? {};
    counts[answer.status] = (counts[answer.status] ?? 0) + 1;
    if (name === 'PUT /api/managers/me' && answer.status === 200) await unclaim(fixture);
    // A paused page refuses new conversations.
    if (name.endsWith('/pause') && answer.status === 200) await endPause(cloud, fixture.manager.uid);
  });
  // So every endpoint gets a valid body at least once, whatever the seed.
  const examples = NAMES.map((name): [[string, HostileBody]] => [[name, rightBody(template(name, fixture))]]);
  await fc.assert(property, { examples, numRuns: runs, seed: FUZZ_SEED, endOnFailure: false });
  return answers;
}

function template(name: string, fixture: Fixture): Record<string, unknown> {
  const { body = {} } = validInput(name, fixture);
  return {
    ...body,
    ...('messageId' in body ? { messageId: FRESH_ID } : {}),
    ...('code' in body ? { code: FRESH_CODE } : {}),
    ...(name === 'POST /api/conversations' ? { name: 'Mina', email: 'mina@example.com', section: 'Works' } : {}),
    ...(name.endsWith('/report') ? { note: 'A note' } : {}),
  };
}

function withFresh(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = Buffer.from(bytes).toString('latin1').replaceAll(FRESH_ID, nanoid()).replaceAll(FRESH_CODE, newCode());
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** Everything on `Object.prototype`, to compare before and after. */
export function inherited(): PropertyDescriptorMap {
  return Object.getOwnPropertyDescriptors(Object.prototype);
}
