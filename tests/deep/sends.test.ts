import { createApp } from '@foyer/functions/app';
import { Door } from '@foyer/functions/limits/door';
import { nanoid } from 'nanoid';
import { expect, test } from 'vitest';
import { openTestCloud, PROXIES, someManager } from '../support/cloud.ts';
import { deleteDuringSends, isSentOrDeleted } from '../support/delete-during-sends.ts';
import { report } from '../support/report.ts';
import { newCode, Visitor } from '../support/visitor.ts';

const AT_ONCE = 20;

/** Runs work for each of `count` indexes, twenty at a time. */
async function many(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < count; index = next++) await work(index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

test('stores ten thousand messages from ten thousand, each sent one to four times', async () => {
  const clouds = [openTestCloud(), openTestCloud()];
  const [first] = clouds as [ReturnType<typeof openTestCloud>];
  const apps = clouds.map((cloud) => createApp(cloud));
  const table = await first.tables();
  const MESSAGES = 10;
  let attempts = 0;
  let stored = 0;
  const wrong: string[] = [];
  await many(1000, async (index) => {
    // One manager accepts three hundred new conversations an hour, so each conversation has its own manager.
    const { slug, managerId } = await someManager(first);
    const visitor = new Visitor((path, init) => (apps[attempts++ % apps.length] as (typeof apps)[number]).request(path, init));
    const { id } = (await visitor.start(slug)).body.conversation;
    const sent: string[] = [];
    for (let count = 1; count < MESSAGES; count++) {
      const messageId = nanoid();
      const text = `Message ${count} of ${index}`;
      const tries = 1 + Math.floor(Math.random() * 4);
      // Retries come after the response or in parallel with the first attempt.
      const replies = await (Math.random() < 0.5
        ? Promise.all(Array.from({ length: tries }, () => visitor.send(id, text, messageId)))
        : inTurn(tries, () => visitor.send(id, text, messageId)));
      // A copy that reaches the other instance after the burst is used up must wait; at least one copy was accepted.
      if (!replies.some(({ status }) => status === 200) || replies.some(({ status }) => status !== 200 && status !== 429))
        wrong.push(`${text}: ${replies.map(({ status }) => status)}`);
      sent.push(text);
    }
    const kept = await table.messages(managerId, id).orderBy('createdAt').get();
    stored += kept.size;
    const texts = kept.docs.map((message) => message.data().text).slice(1);
    if (texts.join() !== sent.join()) wrong.push(`${id}: ${texts.length} stored, or in another order`);
    const count = (await table.conversation(managerId, id).get()).data()?.messageCount;
    if (count !== MESSAGES) wrong.push(`${id} counts ${count}`);
  });
  report('10,000 sends with retries', { attempts, stored, wrong: wrong.length });
  expect(wrong).toEqual([]);
  expect(stored).toBe(10_000);
});

async function inTurn<T>(times: number, act: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let count = 0; count < times; count++) results.push(await act());
  return results;
}

test('stores one of twenty parallel sends with one key, five hundred times', async () => {
  const clouds = [openTestCloud(), openTestCloud()];
  const [first] = clouds as [ReturnType<typeof openTestCloud>];
  const apps = clouds.map((cloud) => createApp(cloud));
  const table = await first.tables();
  let winners = 0;
  for (let round = 0; round < 500; round++) {
    const { slug, managerId } = await someManager(first);
    const visitor = new Visitor((path, init) => (apps[0] as (typeof apps)[number]).request(path, init));
    const { id } = (await visitor.start(slug)).body.conversation;
    const copies = apps.map((app) => {
      const copy = new Visitor(app.request);
      copy.cookie = visitor.cookie;
      return copy;
    });
    const messageId = nanoid();
    const replies = await Promise.all(Array.from({ length: 20 }, (_, index) => (copies[index % 2] as Visitor).send(id, 'Once', messageId)));
    for (const { status } of replies) expect([200, 503]).toContain(status);
    winners += (await table.messages(managerId, id).get()).size - 1;
  }
  report('500 rounds of one key 20 times', { stored: winners });
  expect(winners).toBe(500);
});

test('makes one conversation of a first message sent twice in parallel, fifty times', async () => {
  const clouds = [openTestCloud(), openTestCloud()];
  const [first] = clouds as [ReturnType<typeof openTestCloud>];
  for (let round = 0; round < 50; round++) {
    const { slug, managerId } = await someManager(first);
    const message = { code: newCode(), messageId: nanoid(), text: 'Hello' };
    const replies = await Promise.all(clouds.map((cloud) => new Visitor(createApp(cloud).request).start(slug, message)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    const found = await (await first.tables()).conversations(managerId).get();
    expect(found.size).toBe(1);
    expect(found.docs[0]?.data().messageCount).toBe(1);
  }
});

test('leaves no orphan after deletions during sends, two hundred times', async () => {
  const { orphans, codes } = await deleteDuringSends(openTestCloud(), 200);
  report('200 deletions during sends', {
    orphans: orphans.length,
    stored: codes.filter((code) => code === 200).length,
    refused: codes.filter((code) => code !== 200).length,
  });
  expect(orphans).toEqual([]);
  expect(isSentOrDeleted(codes)).toBe(true);
});

test('accepts or refuses sends and resumes during a sign-out, a hundred times', async () => {
  const cloud = openTestCloud();
  const app = createApp(cloud);
  const table = await cloud.tables();
  await many(100, async () => {
    const { slug, managerId } = await someManager(cloud);
    const [visitor, phone, tablet] = [new Visitor(app.request), new Visitor(app.request), new Visitor(app.request)];
    const code = newCode();
    const { id } = (await visitor.start(slug, { code })).body.conversation;
    await phone.resume(slug, code);
    const [sent, resumed] = await Promise.all([phone.send(id, 'From the phone'), tablet.resume(slug, code), visitor.signOutOthers(id)]);
    expect([200, 401]).toContain(sent.status);
    // A code always opens the conversation; a session that it created just before ends with all others.
    expect([200, 401]).toContain(resumed.status);
    expect((await phone.open(slug)).status).toBe(401);
    expect((await visitor.open(slug)).status).toBe(200);
    const stored = (await table.messages(managerId, id).get()).size;
    expect(stored).toBe(sent.status === 200 ? 2 : 1);
  });
});

test('opens nothing with 100,000 random codes, and few of them reach the store', async () => {
  const cloud = openTestCloud();
  cloud.config = { ...cloud.config, trustedProxies: PROXIES };
  const { slug } = await someManager(cloud);
  await new Visitor(createApp(cloud).request, undefined, '198.51.100.9, 192.0.2.1').start(slug);
  cloud.door = new Door();
  const app = createApp(cloud);
  cloud.operations.reset();
  const seen: Record<string, number> = {};
  await many(100_000, async (index) => {
    // A hundred guesses a second, from ten addresses of one network.
    if (index % 100 === 0) cloud.advance(1000);
    const guesser = new Visitor(app.request, undefined, `203.0.113.${index % 10}, 192.0.2.1`);
    const { status, body } = await guesser.resume(slug, newCode());
    const outcome = status === 200 ? 'opened' : String(body.code);
    seen[outcome] = (seen[outcome] ?? 0) + 1;
  });
  const minutes = 1000 / 60;
  report('100,000 random codes', { ...seen, reads: cloud.operations.reads, writes: cloud.operations.writes });
  expect(seen.opened).toBeUndefined();
  // For the network: a burst of a hundred, then ten a minute.
  expect(seen['unknown-code']).toBeLessThanOrEqual(100 + 10 * (minutes + 1));
});
