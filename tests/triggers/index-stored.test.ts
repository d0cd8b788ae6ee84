import { MANAGER, VISITOR } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import { indexStored } from '@foyer/functions/search/index-stored';
import { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import { beforeEach, expect, test } from 'vitest';
import { someAccount } from '../support/account.ts';
import { breakAfter } from '../support/break-after.ts';
import { fromManager } from '../support/conversation.ts';
import { Searching } from '../support/searching.ts';
import { type StoredBefore, storeVersion1 } from '../support/stored-before.ts';

const MONTH_MS = 31 * 24 * 3600_000;
const JOBS = ['indexMessages', 'indexConversations'];

let world: Searching;
let stored: Record<'everything' | 'blocked' | 'snoozed' | 'closed', StoredBefore>;

const db = () => world.cloud.firestore();
const jobs = async () => Promise.all(JOBS.map(async (job) => (await (await world.cloud.tables()).job(job).get()).data()?.path));
const found = async (q: string) => {
  const { messages, matching } = await world.find(q);
  return { messages: messages.length, matching };
};

async function messagesOf(id: string) {
  return (await (await db()).collection(paths.messages(world.managerId, id)).get()).docs;
}

beforeEach(async () => {
  world = new Searching(await someAccount());
  const table = await world.cloud.tables();
  await Promise.all(JOBS.map((job) => table.job(job).delete()));
  stored = await storeVersion1(await db(), world.managerId);
});

test('what version 1 stored is found after the job, and not before', async () => {
  expect(await found('"on the 20th"')).toEqual({ messages: 0, matching: [] });
  expect(await indexStored(world.cloud, 2)).toBeGreaterThan(10);
  expect((await found('"on the 20th"')).messages).toBe(1);
  for (const { id } of Object.values(stored)) {
    const conversation = (await (await db()).doc(paths.conversation(world.managerId, id)).get()).data();
    const name: string = conversation?.visitor.name;
    if (name) expect((await found(`from:"${name}"`)).matching).toContain(id);
    for (const message of await messagesOf(id)) {
      expect(message.data()).toMatchObject({ managerId: world.managerId, terms: expect.any(Array) });
      // Stored texts, senders and times stay as they are.
      expect(message.data().sender).toMatch(/^(visitor|manager)$/);
    }
  }
});

test('a second run changes nothing, and reads nothing twice', async () => {
  await indexStored(world.cloud, 300);
  world.cloud.operations.reset();
  expect(await indexStored(world.cloud, 300)).toBe(0);
  expect(world.cloud.operations.reads).toBeLessThanOrEqual(3);
  expect(world.cloud.operations.writes).toBe(1);
});

test('a run that dies at any write is continued by the next', async () => {
  for (let commits = 0; commits < 40; commits += 3) {
    const broken = breakAfter(await db(), commits);
    await indexStored(world.cloud, 3).catch(() => undefined);
    broken.mend();
  }
  await indexStored(world.cloud, 3);
  for (const { id } of Object.values(stored)) {
    for (const message of await messagesOf(id)) expect(message.data().terms).toBeDefined();
  }
  expect((await jobs())[1]).toBe('\u{10ffff}');
});

test('replies of a dashboard from before search are found after the next run, for a month', async () => {
  await indexStored(world.cloud, 300);
  const reply = async (text: string) => {
    const at = Timestamp.fromMillis(world.cloud.now());
    await (await db()).doc(paths.message(world.managerId, stored.everything.id, nanoid())).set({ ...fromManager(text, at) });
  };
  world.cloud.advance(3600_000);
  await reply('about the walrus');
  expect((await found('walrus')).messages).toBe(0);
  world.cloud.advance(3600_000);
  expect(await indexStored(world.cloud, 300)).toBe(1);
  expect((await found('walrus')).messages).toBe(1);
  world.cloud.advance(MONTH_MS);
  await indexStored(world.cloud, 300);
  expect(await jobs()).toEqual(['\u{10ffff}', '\u{10ffff}']);
  world.cloud.operations.reset();
  expect(await indexStored(world.cloud, 300)).toBe(0);
  expect(world.cloud.operations).toMatchObject({ reads: 2, writes: 0 });
});

test('the own name that a manager gave a visitor before search is found', async () => {
  const place = (await db()).doc(paths.conversation(world.managerId, stored.everything.id));
  await place.update({ alias: 'Ottilie', version: 3 });
  await indexStored(world.cloud, 300);
  expect((await found('from:ottilie')).matching).toEqual([stored.everything.id]);
});

test('what is indexed already stays as it is, and what is deleted meanwhile stays deleted', async () => {
  const id = await world.conversation('a new walrus');
  await world.add(id, 'another one', MANAGER);
  await world.add(id, 'and one more', VISITOR);
  const before = (await messagesOf(id)).map(({ updateTime }) => updateTime.valueOf());
  const gone = (await db()).doc(paths.conversation(world.managerId, stored.closed.id));
  world.cloud.advance(3600_000);
  await Promise.all([indexStored(world.cloud, 2), gone.delete()]);
  await indexStored(world.cloud, 2);
  expect((await messagesOf(id)).map(({ updateTime }) => updateTime.valueOf())).toEqual(before);
  expect((await gone.get()).exists).toBe(false);
});
