import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newTextMessage } from '@foyer/domain/new-message';
import { MANAGER } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import { createApp } from '@foyer/functions/app';
import { tables } from '@foyer/functions/db';
import { Firestore } from '@google-cloud/firestore';
import { initializeApp } from 'firebase/app';
import * as client from 'firebase/firestore';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { freePorts, listenerOn, type Ports } from '../../tools/emulators/ports.ts';
import { prepareEmulators } from '../../tools/emulators/prepare.ts';
import { closeRunFolder, makeRunFolder, type RunFolder } from '../../tools/emulators/run-folder.ts';
import { type Suite, startSuite } from '../../tools/emulators/suite.ts';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { report } from '../support/report.ts';
import { Visitor } from '../support/visitor.ts';

/** This test's own Firestore emulator, which it can kill. */
let folder: RunFolder;
let ports: Ports;
let suite: Suite;
const projectId = `demo-foyer-outage-${process.pid}`;

beforeAll(async () => {
  folder = await makeRunFolder(`test-${process.pid}`);
  ports = await freePorts();
  suite = await run(null);
});
afterAll(async () => {
  await suite?.stop();
  await closeRunFolder(folder);
  await rm(folder.path, { recursive: true, force: true });
});

async function run(data: string | null): Promise<Suite> {
  return startSuite({ folder, projectId, ports, plan: await prepareEmulators(), only: ['firestore'], data });
}

/** Longer than the longest pause between two attempts of the SDK, 90 s. It makes that pause after an answer of a starting emulator that it can't read. */
const RELISTENS_MS = 150_000;

test.each([0, 12_000])('stores writes once after an outage of %i ms plus the start, and listeners continue', async (awayMs) => {
  const host = `127.0.0.1:${ports.firestore}`;
  // Otherwise Google's library would connect to this run's other emulator.
  vi.stubEnv('FIRESTORE_EMULATOR_HOST', host);
  const db = new Firestore({ projectId, host, ssl: false, customHeaders: { Authorization: 'Bearer owner' } });
  const cloud = openTestCloud({ firestore: async () => db });
  const { slug, managerId } = await someManager(cloud);
  const visitor = new Visitor(createApp(cloud).request);
  const { id } = (await visitor.start(slug, { text: 'Before' })).body.conversation;

  const manager = client.initializeFirestore(initializeApp({ projectId }, nanoid()), {});
  client.connectFirestoreEmulator(manager, '127.0.0.1', ports.firestore, { mockUserToken: 'owner' });
  const texts: string[] = [];
  const stop = client.onSnapshot(
    client.query(client.collection(manager, paths.messages(managerId, id)), client.orderBy('createdAt')),
    ({ docs }) => {
      texts.splice(0, texts.length, ...docs.map((message) => String(message.get('text'))));
    },
  );
  await vi.waitFor(() => expect(texts).toEqual(['Before']), { timeout: 60_000 });

  const saved = join(folder.path, `saved-${awayMs}`);
  await suite.save(saved);
  const emulator = await listenerOn(ports.firestore);
  if (!emulator) throw new Error('nothing listens where the emulator should');
  process.kill(emulator.pid, 'SIGKILL');
  await suite.stop();

  const replyId = nanoid();
  let acknowledged = 0;
  const queued = client
    .setDoc(
      client.doc(manager, paths.message(managerId, id, replyId)),
      newTextMessage({ sender: MANAGER, text: 'Queued' }, client.serverTimestamp()),
    )
    .then(() => {
      acknowledged++;
    });
  const messageId = nanoid();
  const during = visitor.send(id, 'During', messageId);
  await new Promise((resolve) => setTimeout(resolve, awayMs));
  expect(acknowledged).toBe(0);

  suite = await run(saved);
  const backAt = performance.now();
  const first = await during;
  expect([200, 503]).toContain(first.status);
  if (first.status !== 200) expect(first.headers.get('retry-after')).toMatch(/^\d+$/);
  await vi.waitFor(async () => expect((await visitor.send(id, 'During', messageId)).status).toBe(200), {
    timeout: 60_000,
    interval: 500,
  });
  await queued;
  await vi.waitFor(() => expect(texts.toSorted()).toEqual(['Before', 'During', 'Queued']), { timeout: RELISTENS_MS });
  report(`store away ${awayMs} ms and its start`, {
    'first answer': first.status,
    'all on the listener s': (performance.now() - backAt) / 1000,
  });

  expect(acknowledged).toBe(1);
  const table = tables(db);
  expect((await table.messages(managerId, id).get()).size).toBe(3);
  expect((await table.conversation(managerId, id).get()).data()).toMatchObject({ messageCount: 2, unread: 2 });
  stop();
  await client.terminate(manager);
  await db.terminate();
});
