import { createApp, endpoints } from '@foyer/functions/app';
import { beforeAll, expect, test } from 'vitest';
import { readAnswer } from '../support/answers.ts';
import { ORIGIN, openTestCloud } from '../support/cloud.ts';
import { addressOf, type Fixture, nameOf, someFixture, validInput } from '../support/fixture.ts';

const cloud = openTestCloud();
const app = createApp(cloud);
let fixture: Fixture;
beforeAll(async () => {
  fixture = await someFixture(cloud);
});

/** A body that records whether any of it was read. */
function watchedBody() {
  const taken = { chunks: 0 };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        taken.chunks++;
        controller.enqueue(new TextEncoder().encode('{"a":"\u0327\u0301'.repeat(1000)));
        if (taken.chunks > 50) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { body, taken };
}

const ofManagers = endpoints.filter(({ caller, body }) => caller === 'manager' && body !== undefined);

test.each(ofManagers.map(nameOf))('%s reads no body before it knows the sender', async (name) => {
  const contract = ofManagers.find((one) => nameOf(one) === name);
  if (!contract) throw new Error(name);
  for (const authorization of [undefined, 'Bearer nobody', `Bearer ${fixture.manager.idToken.slice(0, -4)}x`]) {
    const { body, taken } = watchedBody();
    const request = new Request(`${ORIGIN}${addressOf(contract, validInput(name, fixture))}`, {
      method: contract.method,
      body,
      headers: { 'content-type': 'application/json', origin: ORIGIN, ...(authorization === undefined ? {} : { authorization }) },
      duplex: 'half',
    } as RequestInit);
    const { status, code } = await readAnswer(app.request(request));
    // The Auth emulator checks no signature, so a token with only its signature cut is valid there.
    if (authorization?.endsWith('x') && status !== 401) continue;
    expect([status, code, taken.chunks]).toEqual([401, 'signed-out', 0]);
  }
});

test('some endpoints of managers accept a body', () => expect(ofManagers.length).toBeGreaterThanOrEqual(6));
