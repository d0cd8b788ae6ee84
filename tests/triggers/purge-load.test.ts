import { createApp } from '@foyer/functions/app';
import { wakeConversations } from '@foyer/functions/conversations/wake-conversations';
import { purge } from '@foyer/functions/purge';
import { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import { describe, expect, test } from 'vitest';
import { openTestCloud, someManager, type TestCloud } from '../support/cloud.ts';
import { putMany } from '../support/put-many.ts';
import { Visitor } from '../support/visitor.ts';

const DAY_MS = 24 * 3600_000;

/** As after a flood: thousands of networks and hours, slugs and codes, all due, and the numbers of many days. */
async function putDue(cloud: TestCloud, { limits = 350, slugs = 320, keys = 320 } = {}) {
  const db = await cloud.firestore();
  const mark = nanoid(8);
  const at = (ms: number) => Timestamp.fromMillis(cloud.now() + ms);
  const key = { managerId: mark, conversationId: 'c'.repeat(32), createdAt: at(-90 * DAY_MS) };
  // Newer than the rest: in the order of their time they would come last.
  await putMany(cloud, 12, (index) => [`limits/day-${100 + index}-${mark}`, { number: mark, expireAt: at(-1000) }]);
  await putMany(cloud, limits, (index) => [`limits/${mark}-${index}`, { conversations: {}, codes: {}, expireAt: at(-DAY_MS) }]);
  await putMany(cloud, slugs, (index) => [`slugs/${mark}-${index}`, { slug: mark, managerId: mark, expireAt: at(-DAY_MS) }]);
  await putMany(cloud, keys, (index) => [`resumeKeys/${mark}-${index}`, { ...key, retiredAt: at(-40 * DAY_MS) }]);
  await putMany(cloud, 25, (index) => [
    `managers/${mark}/pictures/${index}`,
    { bytes: 1, width: 64, height: 64, blur: null, createdAt: at(-90 * DAY_MS), unusedSince: at(-20 * DAY_MS) },
  ]);
  await putMany(cloud, 12, (index) => [`erasures/${mark}-${index}`, { managerId: mark, requestedAt: at(-DAY_MS) }]);
  const left = async () => {
    const count = async (collection: string, prefix: string) =>
      (await db.collection(collection).get()).docs.filter(({ id }) => id.startsWith(prefix) && id.includes(mark)).length;
    return {
      days: await count('limits', 'day-'),
      limits: await count('limits', mark),
      slugs: await count('slugs', mark),
      keys: await count('resumeKeys', mark),
      pictures: (await db.collection(`managers/${mark}/pictures`).get()).size,
      erasures: await count('erasures', mark),
    };
  };
  return { left, mark };
}

const NOTHING = { days: 0, limits: 0, slugs: 0, keys: 0, pictures: 0, erasures: 0 };

describe('a purge with thousands of due documents', { timeout: 180_000 }, () => {
  test('removes all of them in one run, and the next run has nothing to do', async () => {
    const cloud = openTestCloud();
    const { left } = await putDue(cloud, { limits: 1500, slugs: 650, keys: 650 });
    const purged = await purge(cloud);
    expect(await left()).toEqual(NOTHING);
    expect(purged.limits).toBeGreaterThanOrEqual(1500);
    expect(await purge(cloud)).toMatchObject({ ...NOTHING, strays: 0, accounts: 0 });
  });

  test('stops in time after the numbers of days and something of every kind', async () => {
    const cloud = openTestCloud();
    const { left } = await putDue(cloud, { limits: 1000 });
    const slow = openTestCloud();
    const start = Date.now();
    // The run is over after this many writes.
    slow.now = () => start + (slow.operations.writes > 1000 ? 500_000 : 0);
    await purge(slow);
    const after = await left();
    expect(after.days).toBe(0);
    expect(after.limits).toBeGreaterThan(0);
    expect(after.slugs).toBeLessThan(320);
    expect(after.keys).toBeLessThan(320);
    expect(after.pictures).toBeLessThan(25);
    expect(after.erasures).toBeLessThan(12);
    // Not even one page if the time is over from the start, except the numbers of days.
    await putMany(cloud, 3, (index) => [`limits/day-${index}-late`, { number: 'x', expireAt: Timestamp.fromMillis(start - 1000) }]);
    let asked = 0;
    slow.now = () => start + (asked++ > 0 ? 500_000 : 0);
    expect(await purge(slow)).toMatchObject({ days: 3, limits: 0, slugs: 0 });
    await Promise.all([purge(cloud), purge(cloud)]);
    expect(await left()).toEqual(NOTHING);
  });

  test('removes the rest if a kind or a document cannot be removed, and fails at its end', async () => {
    const cloud = openTestCloud();
    const { left, mark } = await putDue(cloud);
    const db = await openTestCloud().firestore();
    const broken = openTestCloud();
    const wire = (await broken.firestore()) as unknown as { request(method: string, body: unknown, ...rest: unknown[]): Promise<unknown> };
    const request = wire.request.bind(wire);
    wire.request = (method, body, ...rest) => {
      const names = JSON.stringify(body);
      const isStuck = names.includes(`/slugs/${mark}`) || names.includes(`/limits/${mark}-7"`);
      return method === 'commit' && isStuck ? Promise.reject(new Error('it cannot be deleted')) : request(method, body, ...rest);
    };
    await expect(purge(broken)).rejects.toThrow('it cannot be deleted');
    expect(await left()).toEqual({ ...NOTHING, slugs: 320, limits: 1 });
    expect((await db.doc(`limits/${mark}-7`).get()).exists).toBe(true);
    await purge(cloud);
    expect(await left()).toEqual(NOTHING);
  });

  test('continues with other kinds if one cannot even be queried', async () => {
    const cloud = openTestCloud();
    const { left } = await putDue(cloud);
    const broken = openTestCloud();
    const wire = (await broken.firestore()) as unknown as { requestStream(method: string, ...rest: unknown[]): Promise<unknown> };
    const requestStream = wire.requestStream.bind(wire);
    wire.requestStream = (method, ...rest) =>
      method === 'runQuery' && JSON.stringify(rest).includes('"collectionId":"limits"')
        ? Promise.reject(new Error('the query fails'))
        : requestStream(method, ...rest);
    await expect(purge(broken)).rejects.toThrow('the query fails');
    expect(await left()).toEqual({ ...NOTHING, days: 12, limits: 350 });
    await purge(cloud);
    expect(await left()).toEqual(NOTHING);
  });
});

test('many snoozed conversations wake in one run, and no more than the time allows', { timeout: 180_000 }, async () => {
  const cloud = openTestCloud();
  const { slug, managerId } = await someManager(cloud);
  const table = await cloud.tables();
  const { id } = (await new Visitor(createApp(cloud).request).start(slug)).body.conversation;
  const one = (await table.conversation(managerId, id).get()).data();
  const snoozed = { ...one, status: 'snoozed', snoozedUntil: Timestamp.fromMillis(cloud.now() - 1000) };
  await putMany(cloud, 1000, (index) => [`managers/${managerId}/conversations/${String(index).padStart(32, '0')}`, snoozed]);
  const slow = openTestCloud();
  const start = Date.now();
  slow.now = () => start + (slow.operations.writes > 0 ? 500_000 : 0);
  expect(await wakeConversations(slow)).toBe(300);
  expect(await wakeConversations(cloud)).toBe(700);
  expect((await table.conversations(managerId).where('status', '==', 'snoozed').get()).size).toBe(0);
});
