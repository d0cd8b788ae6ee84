import { newProfile } from '@foyer/domain/new-profile';
import type { Profile } from '@foyer/domain/profile';
import { findListings, namedToMachines } from '@foyer/functions/directory/find-listings';
import { listInDirectory } from '@foyer/functions/directory/list-manager';
import { movePage } from '@foyer/functions/managers/move-page';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestCloud, someManager, type TestManager } from '../support/cloud.ts';

/** A word that only this run uses. */
const mark = `word${process.pid}x`;

const profileOf = (name: string, reach: Partial<Profile['reach']>, more: Partial<Profile> = {}): Profile => ({
  ...newProfile(name, `Essays about ${mark}`),
  reach: { isIndexed: true, isListed: true, embedOrigins: [], ...reach },
  ...more,
});

/** Looked up by an instance with empty caches. */
const find = async (query: string, page = 1) => findListings(openTestCloud(), query, page);
const namesFor = async (query: string) => (await find(query)).people.map(({ name }) => name);

let ada: TestManager;

beforeAll(async () => {
  const cloud = openTestCloud();
  ada = await someManager(cloud, profileOf('Ada Moreau', {}, { location: 'Île de Ré' }));
  await someManager(cloud, profileOf('Adaline Finch', {}));
  await someManager(cloud, profileOf(`Hidden ${mark} Person`, { isListed: false }));
  await someManager(cloud, profileOf('Nightly Owl', { isIndexed: false }));
  await someManager(cloud, { ...profileOf('Łukasz Ørsted', {}), headline: `Straßenbau in Œdo, ${mark.slice(0, -1)}y` });
  await someManager(
    cloud,
    profileOf(
      'Bo',
      {},
      {
        sections: [
          { kind: 'skills', items: [{ id: 'a', name: 'Falconry' }] },
          { kind: 'projects', isHidden: true, items: [{ id: 'b', title: 'Clandestine' }] },
        ],
      },
    ),
  );
});

describe('someone who searches the directory', () => {
  test('finds people by any word of the page, in any spelling', async () => {
    expect(await namesFor(`${mark.toUpperCase()} falconry`)).toEqual(['Bo']);
    expect(await namesFor(`${mark} ile RE`)).toEqual(['Ada Moreau']);
    expect(await namesFor(`${mark} nobody-like-that`)).toEqual([]);
  });

  test.each(['lukasz', 'Łukasz', 'łUK', 'orsted', 'ørsted', 'strassenbau', 'Straßenb', 'oedo', 'Œdo'])(
    'finds Łukasz Ørsted of the Straßenbau in Œdo by %s',
    async (query) => expect(await namesFor(`${query} ${mark.slice(0, -1)}y`)).toEqual(['Łukasz Ørsted']),
  );

  test('finds a name by its beginning, whole words first', async () => {
    expect(await namesFor(`ada ${mark}`)).toEqual(['Ada Moreau', 'Adaline Finch']);
    expect(await namesFor(`adal ${mark}`)).toEqual(['Adaline Finch']);
  });

  test('finds no one who is unlisted, and nothing that a page hides', async () => {
    expect((await namesFor(mark)).sort()).toEqual(['Ada Moreau', 'Adaline Finch', 'Bo', 'Nightly Owl']);
    expect(await namesFor(`hidden ${mark}`)).toEqual([]);
    expect(await namesFor('clandestine')).toEqual([]);
  });

  test('gets pages of twenty-four, and none after the last', async () => {
    const cloud = openTestCloud();
    const crowd = `crowd${process.pid}x`;
    for (let index = 0; index < 30; index++) await someManager(cloud, profileOf(`${crowd} ${index}`, {}));
    const [first, second, third] = [await find(crowd), await find(crowd, 2), await find(crowd, 3)];
    expect([first.people.length, second.people.length, third.people.length, first.pages]).toEqual([24, 6, 0, 2]);
    expect(new Set([...first.people, ...second.people].map(({ slug }) => slug)).size).toBe(30);
    expect(first.people[0]?.name).toBe(`${crowd} 29`);
  });

  test('costs nothing for a minute when they repeat a search', async () => {
    const cloud = openTestCloud();
    await findListings(cloud, mark, 1);
    cloud.operations.reset();
    await findListings(cloud, mark, 1);
    expect(cloud.operations.reads).toBe(0);
  });

  test('can enter anything', async () => {
    for (const query of ['', ' ', '\u0000', '*', '"', 'a'.repeat(5000), '💌', '\ud800', '__proto__', '../..']) await find(query);
  });
});

test('machines see no one who is unlisted or wants no search engine', async () => {
  const named = (await namedToMachines(openTestCloud())).map(({ name }) => name);
  expect(named).toContain('Ada Moreau');
  expect(named).not.toContain('Nightly Owl');
  expect(named.join()).not.toContain('Hidden');
});

test('a moved page is listed at its new address; an unlisted one is gone', async () => {
  const cloud = openTestCloud();
  const slug = `moved-${process.pid}`;
  await movePage(cloud, ada.managerId, slug);
  expect((await find(`ada ${mark}`)).people[0]?.slug).toBe(slug);
  const table = await cloud.tables();
  const batch = table.batch();
  listInDirectory(batch, table, ada.managerId, { slug, profile: profileOf('Ada Moreau', { isListed: false }) });
  await batch.commit();
  expect(await namesFor(`moreau ${mark}`)).toEqual([]);
});
