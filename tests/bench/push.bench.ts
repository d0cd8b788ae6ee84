import { VISITOR } from '@foyer/domain/participant';
import { createApp } from '@foyer/functions/app';
import { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import { expect, test, vi } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { addMessage } from '../support/conversation.ts';
import { startPushService } from '../support/push-service.ts';
import { Visitor } from '../support/visitor.ts';
import { BARE } from './bare-trigger.ts';
import { median, printReport, within } from './report.ts';

const PAIRS = 40;
/** The first ones start the functions' processes. */
const WARM_UP = 4;

printReport();

/** Both are triggers on a new document that call a server on this machine, and alternate. */
test('a message reaches a push service nearly as fast as a bare trigger', async () => {
  const cloud = openTestCloud();
  const { slug, managerId } = await someManager(cloud);
  const table = await cloud.tables();
  const service = await startPushService();
  const browser = service.someBrowser();
  const now = Timestamp.now();
  await table
    .devices(managerId)
    .set({ devices: { one: { ...browser.subscription, name: 'Bench', language: 'en', createdAt: now, usedAt: now } } });
  const { body } = await new Visitor(createApp(cloud).request).start(slug);
  // The first message is told too.
  await vi.waitUntil(() => browser.deliveries.length > 0, { timeout: 60_000 });
  const db = await cloud.firestore();
  const plain = service.someBrowser();
  let calls = 0;
  plain.answer((response) => {
    calls++;
    response.writeHead(201).end();
  });

  const ours: number[] = [];
  const bare: number[] = [];
  for (let pair = 0; pair < PAIRS + WARM_UP; pair++) {
    ours.push(
      await timed(
        () => addMessage(table, managerId, body.conversation.id, { sender: VISITOR, text: `Message ${pair}` }),
        () => browser.deliveries.length > pair + 1,
      ),
    );
    bare.push(
      await timed(
        // Two writes, as a message has.
        () => {
          const batch = db.batch();
          batch.create(db.collection(BARE).doc(nanoid()), { url: plain.subscription.endpoint });
          batch.set(db.doc(`${BARE}Sums/one`), { pair });
          return batch.commit();
        },
        () => calls > pair,
      ),
    );
  }
  service.stop();
  expect(browser.deliveries).toHaveLength(PAIRS + WARM_UP + 1);
  const [mine, least] = [median(ours.slice(WARM_UP)), median(bare.slice(WARM_UP))];
  within(
    'push: new message to push service p50 / bare trigger p50',
    mine / least,
    2,
    '',
    `${mine.toFixed(1)} / ${least.toFixed(1)} ms, n = ${PAIRS}`,
  );
});

/** Milliseconds from the beginning of a write until its effect arrived. */
async function timed(write: () => Promise<unknown>, hasArrived: () => boolean): Promise<number> {
  const start = performance.now();
  await write();
  await vi.waitUntil(hasArrived, { timeout: 60_000, interval: 1 });
  return performance.now() - start;
}
