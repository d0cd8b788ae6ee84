import { VISITOR } from '@foyer/domain/participant';
import { createApp } from '@foyer/functions/app';
import type { StoredConversation, Tables } from '@foyer/functions/db';
import { Timestamp } from '@google-cloud/firestore';
import { expect, test, vi } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { addMessage } from '../support/conversation.ts';
import { startPushService } from '../support/push-service.ts';
import { Visitor } from '../support/visitor.ts';
import { BARE } from './bare-trigger.ts';
import { median, printReport, within } from './report.ts';

const PAIRS = 100;
/** The first ones start the functions' processes, and both are compiled only after some dozens of calls. */
const WARM_UP = 40;

printReport();

/** Both are triggers on a new message that call a server on this machine, and alternate. */
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
  // The same two documents as a message's, at another address.
  const bareTable = {
    ...table,
    message: (_: string, __: string, id: string) => db.collection(BARE).doc(id),
    conversation: () => db.doc(`${BARE}Conversations/one`),
  } as unknown as Tables;
  await bareTable.conversation('', '').set((await table.conversation(managerId, body.conversation.id).get()).data() as StoredConversation);
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
        () => addMessage(bareTable, managerId, body.conversation.id, { sender: VISITOR, text: plain.subscription.endpoint }),
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
