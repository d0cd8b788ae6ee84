import { eraseAccount } from '@foyer/functions/accounts/erase-account';
import { findManager } from '@foyer/functions/managers/find-manager';
import { purge } from '@foyer/functions/purge';
import { Timestamp } from '@google-cloud/firestore';
import { expect, test } from 'vitest';
import { breakAfter } from '../support/break-after.ts';
import { openTestCloud, type TestCloud } from '../support/cloud.ts';
import { someWholeAccount } from '../support/whole-account.ts';

const HOUR_MS = 3600_000;
/** Each test makes several accounts with all their data. */
const LONG = { timeout: 180_000 };

async function purgeTwice(cloud: TestCloud): Promise<void> {
  for (let run = 0; run < 2; run++) {
    cloud.advance(HOUR_MS);
    await purge(cloud);
  }
}

test('a deletion cut off at any step closes the page immediately, and the purge finishes it', LONG, async () => {
  for (let step = 1; step <= 8; step++) {
    const cloud = openTestCloud();
    const { managerId, slug, db, left, table } = await someWholeAccount(cloud, { conversations: 1 });
    const store = breakAfter(db, step);
    await eraseAccount(cloud, managerId).catch(() => undefined);
    store.mend();
    expect(await findManager(openTestCloud(), slug), `after ${step} commits`).toBeNull();
    expect((await table.listing(managerId).get()).exists).toBe(false);
    await purgeTwice(cloud);
    expect(await left(), `after ${step} commits`).toEqual([]);
  }
});

test.each(['auth', 'bucket', 'recursive deletion'])(
  'an account whose deletion failed at the %s is finished by the purge',
  LONG,
  async (part) => {
    const cloud = openTestCloud();
    const { managerId, slug, db, auth, left } = await someWholeAccount(cloud);
    const fail = () => Promise.reject(new Error(`the ${part} is away`));
    const broken = openTestCloud();
    if (part === 'auth') broken.auth = async () => Object.assign(Object.create(auth), { deleteUsers: fail });
    else if (part === 'bucket') broken.bucket = async () => Object.assign(Object.create(await cloud.bucket()), { deleteFiles: fail });
    else Object.assign(await broken.firestore(), { recursiveDelete: fail });
    // Only the purge deletes files.
    if (part === 'bucket') await eraseAccount(broken, managerId);
    else await expect(eraseAccount(broken, managerId)).rejects.toThrow('is away');
    broken.advance(2 * HOUR_MS);
    await expect(purge(broken)).rejects.toThrow('is away');
    expect(await findManager(openTestCloud(), slug)).toBeNull();
    expect((await db.doc(`erasures/${managerId}`).get()).exists).toBe(true);
    await purgeTwice(cloud);
    expect(await left()).toEqual([]);
  },
);

test('nothing begins if the first commit fails', LONG, async () => {
  const cloud = openTestCloud();
  const { managerId, slug, db, left } = await someWholeAccount(cloud);
  const before = await left();
  const store = breakAfter(db, 0);
  await expect(eraseAccount(cloud, managerId)).rejects.toThrow();
  store.mend();
  expect(await left()).toEqual(before);
  expect((await findManager(openTestCloud(), slug))?.managerId).toBe(managerId);
});

test('an interrupted purge, and three simultaneous ones, have the same result', LONG, async () => {
  const cloud = openTestCloud();
  const { managerId, db, left } = await someWholeAccount(cloud);
  const first = breakAfter(db, 1);
  await eraseAccount(cloud, managerId).catch(() => undefined);
  first.mend();
  cloud.advance(2 * HOUR_MS);
  for (let step = 0; step < 6; step++) {
    const store = breakAfter(db, step);
    await purge(cloud).catch(() => undefined);
    store.mend();
  }
  await Promise.allSettled([purge(cloud), purge(cloud), purge(cloud)]);
  await purgeTwice(cloud);
  expect(await left()).toEqual([]);
});

test('what an old token wrote after the deletion is erased at the last check', LONG, async () => {
  const cloud = openTestCloud();
  const { managerId, db, left, table } = await someWholeAccount(cloud);
  await eraseAccount(cloud, managerId);
  expect((await left()).filter((path) => !path.startsWith('pictures/'))).toEqual([`erasures/${managerId}`]);
  const below = db.doc(`managers/${managerId}`);
  await below.collection('labels').doc('late').set({ name: 'Late', color: '#000000' });
  await below.collection('public').doc('presence').set({ seenAt: Timestamp.now() });
  await table.statistics(managerId, '2026-11').set({ days: {} });
  cloud.advance(20 * 60_000);
  await purge(cloud);
  expect(await left()).toEqual([`erasures/${managerId}`]);
  const place = table.slug(`late-${managerId.toLowerCase()}`);
  await place.set({ slug: 'late', managerId });
  await table.listing(managerId).set({ slug: 'late' } as never);
  await below.collection('labels').doc('later').set({ name: 'Later', color: '#000000' });
  cloud.advance(HOUR_MS);
  await purge(cloud);
  expect(await left()).toEqual([]);
  expect((await place.get()).data()?.expireAt).toBeInstanceOf(Timestamp);
});

test('an account with more conversations than one request can erase is finished by the purge', LONG, async () => {
  const cloud = openTestCloud();
  const { managerId, left, table } = await someWholeAccount(cloud, { conversations: 45 });
  const start = cloud.now();
  const slow = openTestCloud();
  slow.now = () => start + (slow.operations.writes > 60 ? 20_000 : 0);
  await eraseAccount(slow, managerId);
  const rest = (await table.conversations(managerId).get()).size;
  expect(rest).toBeGreaterThan(0);
  expect(rest).toBeLessThan(45);
  await purgeTwice(cloud);
  expect(await left()).toEqual([]);
});
