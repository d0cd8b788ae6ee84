import { nanoid } from 'nanoid';
import { expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';
import { Visitor } from '../support/visitor.ts';
import { median, printReport, within } from './report.ts';

const { hosting } = emulators();
const CONVERSATIONS = 40;
/** One less than the burst: the first message uses one. */
const SENDS = 9;

printReport();

/** A pair's two conversations differ only in their sender, and the senders alternate, so any load on the machine affects both. */
test('sending through the API costs little more than the two writes themselves', async () => {
  const cloud = openTestCloud();
  const { slug, managerId } = await someManager(cloud);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let count = 0; count < CONVERSATIONS; count++) {
    const visitor = new Visitor((path, init) => fetch(hosting + path, init), hosting);
    const { body } = await visitor.start(slug);
    const other = await new Visitor((path, init) => fetch(hosting + path, init), hosting).start(slug);
    for (let sent = 0; sent < SENDS; sent++) {
      const text = `Message ${sent} of a benchmark, as long as people write`;
      ours.push(
        await timed(async () => {
          expect((await visitor.send(body.conversation.id, text)).status).toBe(200);
        }),
      );
      bare.push(await timed(() => sendBare({ managerId, conversationId: other.body.conversation.id, messageId: nanoid(), text })));
    }
  }
  const [mine, least] = [median(ours.slice(SENDS)), median(bare.slice(SENDS))];
  within(
    'send: POST message p50 / bare function with the same two writes p50',
    mine / least,
    1.25,
    '',
    `${mine.toFixed(1)} / ${least.toFixed(1)} ms, n = ${ours.length - SENDS}, both through Hosting`,
  );
});

async function timed(act: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

async function sendBare(body: object): Promise<void> {
  const answer = await fetch(`${hosting}/bench/bare`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: hosting },
    body: JSON.stringify(body),
  });
  await answer.text();
  expect(answer.status).toBe(200);
}
