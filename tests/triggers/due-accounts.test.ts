import { eraseAccount } from '@foyer/functions/accounts/erase-account';
import { eraseDueAccounts } from '@foyer/functions/accounts/erase-due-accounts';
import { keepAccount, requestDeletion } from '@foyer/functions/accounts/request-deletion';
import { findManager } from '@foyer/functions/managers/find-manager';
import { purge } from '@foyer/functions/purge';
import { expect, test } from 'vitest';
import { breakAfter } from '../support/break-after.ts';
import { openTestCloud, type TestCloud } from '../support/cloud.ts';
import { someWholeAccount } from '../support/whole-account.ts';

const HOUR_MS = 3600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** Each test makes several accounts with all their data. */
const LONG = { timeout: 180_000 };

/** The job alone: the whole purge also handles what other tests left. */
async function eraseDue(cloud: TestCloud): Promise<void> {
  for await (const { failure } of eraseDueAccounts(cloud)) if (failure) throw failure;
}

async function someDueAccount() {
  const cloud = openTestCloud();
  const whole = await someWholeAccount(cloud, { conversations: 2 });
  await requestDeletion(cloud, whole.managerId);
  cloud.advance(WEEK_MS);
  return { ...whole, cloud };
}

test('an account is erased on its day, not before, and a second run finds nothing', LONG, async () => {
  const { cloud, left } = await someDueAccount();
  const before = await left();
  const early = openTestCloud();
  early.advance(WEEK_MS - HOUR_MS);
  await eraseDue(early);
  expect(await left()).toEqual(before);
  await eraseDue(cloud);
  await eraseDue(cloud);
  expect((await left()).filter((path) => !path.startsWith('erasures/'))).toEqual([]);
  cloud.advance(2 * HOUR_MS);
  await purge(cloud);
  expect(await left()).toEqual([]);
});

test('an erasure cut off at any step is finished by the next runs', LONG, async () => {
  for (let step = 0; step <= 6; step++) {
    const { cloud, left, db } = await someDueAccount();
    const store = breakAfter(db, step);
    await eraseDue(cloud).catch(() => undefined);
    store.mend();
    for (let run = 0; run < 2; run++) {
      cloud.advance(2 * HOUR_MS);
      await purge(cloud);
    }
    expect(await left(), `after ${step} commits`).toEqual([]);
  }
});

test('undone on its last day while the job runs, an account is kept whole or erased whole', LONG, async () => {
  const outcomes = new Set<string>();
  for (let round = 0; round < 8; round++) {
    const { cloud, managerId, slug, left, auth } = await someDueAccount();
    const before = await left();
    const jobs = openTestCloud();
    jobs.advance(WEEK_MS);
    // Both orders: half of the rounds let the job find the account first.
    const job = eraseDueAccounts(jobs);
    const running = round % 2 === 0 ? drain(job) : Promise.resolve().then(() => drain(job));
    const [undone] = await Promise.allSettled([keepAccount(cloud, managerId), running]);
    outcomes.add(undone.status);
    if (undone.status === 'fulfilled') {
      expect((await left()).filter((path) => !path.startsWith('directory/'))).toEqual(before);
      expect((await findManager(openTestCloud(), slug))?.managerId).toBe(managerId);
    } else {
      expect(undone.reason).toMatchObject({ code: 'no-page' });
      expect((await left()).filter((path) => !path.startsWith('erasures/'))).toEqual([]);
      await expect(auth.getUser(managerId)).rejects.toMatchObject({ code: 'auth/user-not-found' });
    }
  }
  expect([...outcomes].every((outcome) => outcome === 'fulfilled' || outcome === 'rejected')).toBe(true);
});

test('an undo just before the job keeps the account, and just after it is refused', LONG, async () => {
  const kept = await someDueAccount();
  const before = await kept.left();
  await keepAccount(kept.cloud, kept.managerId);
  await eraseDue(kept.cloud);
  expect((await kept.left()).filter((path) => !path.startsWith('directory/'))).toEqual(before);

  const gone = await someDueAccount();
  await eraseDue(gone.cloud);
  await expect(keepAccount(gone.cloud, gone.managerId)).rejects.toMatchObject({ code: 'no-page' });
});

test('the job gives way to an undo that it reads in its transaction', LONG, async () => {
  const { cloud, managerId, table, left } = await someDueAccount();
  const before = await left();
  const found = await table.leaving().where('deletionDueAt', '<=', new Date(cloud.now())).get();
  expect(found.docs.map(({ id }) => id)).toContain(managerId);
  const job = eraseDueAccounts(cloud);
  await keepAccount(cloud, managerId);
  await drain(job);
  expect((await left()).filter((path) => !path.startsWith('directory/'))).toEqual(before);
});

test('asking again for the deletion of an account that is being erased is no new week', LONG, async () => {
  const { cloud, managerId, left } = await someDueAccount();
  await eraseAccount(cloud, managerId);
  expect(await requestDeletion(cloud, managerId)).toBeNull();
  cloud.advance(2 * HOUR_MS);
  await purge(cloud);
  expect(await left()).toEqual([]);
});

async function drain(job: AsyncGenerator<{ failure?: unknown }>): Promise<void> {
  for await (const { failure } of job) if (failure) throw failure;
}
