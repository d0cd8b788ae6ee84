import { newProfile } from '@foyer/domain/new-profile';
import { findListings } from '@foyer/functions/directory/find-listings';
import { plainTerms } from '@foyer/functions/directory/plain-terms';
import { beforeEach, expect, test } from 'vitest';
import { openTestCloud, someManager, type TestCloud } from '../support/cloud.ts';

const JOB = 'plainTerms';
/** A name that only this run uses. */
const mark = `m${process.pid}`;

/** A listing as stored when only accents were removed. */
async function someOldListing(cloud: TestCloud): Promise<string> {
  const reach = { isIndexed: true, isListed: true, embedOrigins: [] };
  const { managerId } = await someManager(cloud, { ...newProfile(`Łukasz ${mark}`), reach });
  await (await cloud.tables()).listing(managerId).update({ terms: ['łukasz', mark, 'łu', 'łuk', 'łuka', 'łukas'] });
  return managerId;
}

const table = () => openTestCloud().tables();
const termsOf = async (managerId: string) => (await (await table()).listing(managerId).get()).data()?.terms;
const found = async (query: string) => (await findListings(openTestCloud(), `${query} ${mark}`, 1)).people.length;
/** Until nothing is left to do. */
async function finish(cloud: TestCloud): Promise<number> {
  let changed = 0;
  for (let run = 0; run < 500; run++) {
    changed += await plainTerms(cloud, 5);
    if ((await (await table()).job(JOB).get()).data()?.path === '\u{10ffff}') return changed;
  }
  throw new Error('it does not end');
}

beforeEach(async () => {
  await (await table()).job(JOB).delete();
});

test('old listings are found by plain letters after the job, page by page', async () => {
  const cloud = openTestCloud();
  const managers = [await someOldListing(cloud), await someOldListing(cloud), await someOldListing(cloud)];
  expect(await found('lukasz')).toBe(0);
  expect(await finish(cloud)).toBe(3);
  for (const managerId of managers) expect(await termsOf(managerId)).toEqual(['lukasz', mark, 'lu', 'luk', 'luka', 'lukas']);
  expect([await found('lukasz'), await found('Łukasz'), await found('łuk')]).toEqual([3, 3, 3]);
});

test('a second run changes nothing, and then costs one read', async () => {
  const cloud = openTestCloud();
  await someOldListing(cloud);
  await finish(cloud);
  await (await table()).job(JOB).delete();
  expect(await finish(cloud)).toBe(0);
  cloud.operations.reset();
  expect(await plainTerms(cloud, 5)).toBe(0);
  expect(cloud.operations).toMatchObject({ reads: 1, writes: 0 });
});
