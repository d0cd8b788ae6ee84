import { checkAccounts } from '@foyer/functions/accounts/check-accounts';
import { purge } from '@foyer/functions/purge';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestCloud, someManager, type TestCloud } from '../support/cloud.ts';
import { someWholeAccount } from '../support/whole-account.ts';

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;

/** Pages of other tests have no accounts: they would be closed and erased along with the tested ones. */
async function removeOtherPages(): Promise<void> {
  const cloud = openTestCloud();
  const db = await cloud.firestore();
  const table = await cloud.tables();
  for (const page of (await table.accounts().get()).docs) await db.doc(page.ref.path).delete();
  await table.job('checkAccounts').delete();
}

beforeAll(removeOtherPages);

async function closedReason(cloud: TestCloud, managerId: string) {
  const page = await (await cloud.tables()).manager(managerId).get();
  return page.exists ? (page.data()?.closed?.reason ?? 'open') : 'gone';
}

describe('the check of accounts', { timeout: 180_000 }, () => {
  test('closes the page of a disabled account, and reopens it', async () => {
    const cloud = openTestCloud();
    const { managerId, auth, table } = await someWholeAccount(cloud, { conversations: 0 });
    await checkAccounts(cloud);
    expect(await closedReason(cloud, managerId)).toBe('open');
    await auth.updateUser(managerId, { disabled: true });
    await Promise.all([checkAccounts(cloud), checkAccounts(cloud)]);
    expect(await closedReason(cloud, managerId)).toBe('account-disabled');
    expect((await table.listing(managerId).get()).exists).toBe(false);
    cloud.advance(400 * DAY_MS);
    await checkAccounts(cloud);
    expect(await closedReason(cloud, managerId)).toBe('account-disabled');
    await auth.updateUser(managerId, { disabled: false });
    await checkAccounts(cloud);
    expect(await closedReason(cloud, managerId)).toBe('open');
    expect((await table.listing(managerId).get()).exists).toBe(true);
  });

  test('closes the page of a deleted account immediately, and erases it a day later', async () => {
    const cloud = openTestCloud();
    const [gone, other] = [await someWholeAccount(cloud), await someWholeAccount(cloud)];
    await gone.auth.deleteUser(gone.managerId);
    await checkAccounts(cloud);
    expect(await closedReason(cloud, gone.managerId)).toBe('account-missing');
    cloud.advance(23 * HOUR_MS);
    await checkAccounts(cloud);
    await purge(cloud);
    expect(await closedReason(cloud, gone.managerId)).toBe('account-missing');
    cloud.advance(2 * HOUR_MS);
    await checkAccounts(cloud);
    expect(await closedReason(cloud, gone.managerId)).toBe('account-deleted');
    cloud.advance(2 * HOUR_MS);
    await purge(cloud);
    expect(await gone.left()).toEqual([]);
    expect(await closedReason(cloud, other.managerId)).toBe('open');
    expect((await other.left()).length).toBeGreaterThan(20);
  });

  test('restarts the day if the account was disabled for long before it was deleted', async () => {
    const cloud = openTestCloud();
    const { managerId, auth } = await someWholeAccount(cloud, { conversations: 0 });
    await auth.updateUser(managerId, { disabled: true });
    await checkAccounts(cloud);
    cloud.advance(60 * DAY_MS);
    await auth.deleteUser(managerId);
    await checkAccounts(cloud);
    expect(await closedReason(cloud, managerId)).toBe('account-missing');
    cloud.advance(HOUR_MS);
    await checkAccounts(cloud);
    expect(await closedReason(cloud, managerId)).toBe('account-missing');
    await auth.createUser({ uid: managerId });
    await checkAccounts(cloud);
    expect(await closedReason(cloud, managerId)).toBe('open');
  });

  test('changes nothing while Auth is down', async () => {
    const cloud = openTestCloud();
    const { managerId, auth } = await someWholeAccount(cloud, { conversations: 0 });
    const broken = openTestCloud({
      auth: async () => Object.assign(Object.create(auth), { getUsers: () => Promise.reject(new Error('Auth is away')) }),
    });
    broken.advance(60 * DAY_MS);
    await expect(checkAccounts(broken)).rejects.toThrow('Auth is away');
    expect(await closedReason(cloud, managerId)).toBe('open');
  });

  test('erases nothing for a month if no account is found at all', async () => {
    await removeOtherPages();
    const cloud = openTestCloud();
    const { managerId } = await someManager(cloud);
    await checkAccounts(cloud);
    cloud.advance(29 * DAY_MS);
    expect(await checkAccounts(cloud)).toMatchObject({ found: 0, erased: 0 });
    expect(await closedReason(cloud, managerId)).toBe('account-missing');
    cloud.advance(2 * DAY_MS);
    expect(await checkAccounts(cloud)).toMatchObject({ found: 0, erased: 1 });
    expect(await closedReason(cloud, managerId)).toBe('account-deleted');
  });

  test('continues where its time ran out', async () => {
    await removeOtherPages();
    const cloud = openTestCloud();
    for (let count = 0; count < 250; count++) await someManager(cloud);
    const table = await cloud.tables();
    const closed = async () => (await table.accounts().get()).docs.filter((page) => page.data().closed).length;
    // The clock ends the run as soon as a page of a hundred is done.
    const slow = openTestCloud();
    const start = Date.now();
    slow.now = () => start + (slow.operations.writes > 0 ? 500_000 : 0);
    const counts = [];
    for (let run = 0; run < 4; run++) {
      slow.operations.reset();
      await checkAccounts(slow);
      counts.push(await closed());
    }
    expect(counts).toEqual([100, 200, 250, 250]);
    expect((await table.job('checkAccounts').get()).data()?.path).toBe('');
    await removeOtherPages();
  });
});
