import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { claimPageEndpoint } from '@foyer/domain/manager';
import { newProfile } from '@foyer/domain/new-profile';
import type { Profile } from '@foyer/domain/profile';
import { createApp } from '@foyer/functions/app';
import { createPicturesApp } from '@foyer/functions/create-pictures-app';
import { findListings } from '@foyer/functions/directory/find-listings';
import { Door } from '@foyer/functions/limits/door';
import { readerListener } from '@foyer/functions/limits/reader-listener';
import { createPages } from '@foyer/functions/public-page/pages';
import { openGraphImagePath } from '@foyer/web/public-page/open-graph-image';
import { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { someAccount } from '../support/account.ts';
import { ORIGIN, openTestCloud, PROXIES, someManager, type TestCloud } from '../support/cloud.ts';
import { hostileTexts, largestProfile } from '../support/hostile-profile.ts';
import { newCode, Visitor } from '../support/visitor.ts';

/** What an instance did: how often it rendered, drew, and built the OpenAPI document. */
const { rendered, drawn, described } = vi.hoisted(() => ({ rendered: vi.fn(), drawn: vi.fn(), described: vi.fn() }));

vi.mock('../../functions/src/public-page/document.tsx', async (original) => {
  const actual = await original<typeof import('../../functions/src/public-page/document.tsx')>();
  return { ...actual, renderProfile: rendered.mockImplementation(actual.renderProfile) };
});
vi.mock('../../functions/src/previews/draw-preview.tsx', () => ({ drawPreview: drawn }));
vi.mock('../../functions/src/openapi/document.ts', async (original) => {
  const actual = await original<typeof import('../../functions/src/openapi/document.ts')>();
  return { ...actual, openApiDocument: described.mockImplementation(actual.openApiDocument) };
});

beforeEach(() => {
  for (const work of [rendered, drawn, described]) work.mockClear();
  drawn.mockImplementation(async () => Buffer.from('a drawing'));
});

let last = 0;
const someSlug = () => `reader-${process.pid}-${++last}`;
const someAddress = () => `10.${process.pid % 250}.${++last % 250}.${1 + (last % 200)}`;

/** An instance as deployed, behind one trusted proxy, with a stopped clock. */
function limitedCloud(): TestCloud {
  const cloud = openTestCloud({ door: new Door() });
  cloud.config = { ...cloud.config, trustedProxies: PROXIES };
  cloud.stopClock();
  return cloud;
}

const from = (address: string) => ({ headers: { 'x-forwarded-for': `${address}, 192.0.2.254` } });

async function publish(cloud: TestCloud, managerId: string, more: { profile?: Profile; revision?: number }): Promise<void> {
  await (await cloud.tables()).manager(managerId).update({ ...more });
}

describe('a page', () => {
  test('requested a hundred times simultaneously is read and rendered once', async () => {
    const cloud = openTestCloud();
    const { slug } = await someManager(cloud);
    const pages = createPages(cloud);
    cloud.operations.reset();
    const answers = await Promise.all(Array.from({ length: 100 }, () => pages.request(`/${slug}`)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect([cloud.operations.reads, rendered.mock.calls.length]).toEqual([1, 1]);
  });

  test.each(['', '/embed', '.vcf', '/llms.txt'])('%s costs no further read or render with any query string', async (suffix) => {
    const cloud = openTestCloud();
    const { slug } = await someManager(cloud);
    const pages = createPages(cloud);
    const plain = await (await pages.request(`/${slug}${suffix}`)).text();
    cloud.operations.reset();
    rendered.mockClear();
    const queries = ['utm_source=x', 'fbclid=1', 'v=', 'v=-1', 'v=1e9', 'v=99999', 'v=0x10', 'V=3', 'a&a&a', `q=${'x'.repeat(2000)}`];
    for (let index = 0; index < 50; index++) queries.push(`${nanoid(5)}=${nanoid()}`);
    for (const query of queries) {
      const answer = await pages.request(`/${slug}${suffix}?${query}`);
      if (answer.status === 200) expect(await answer.text(), query).toBe(plain);
    }
    expect([cloud.operations.reads, rendered.mock.calls.length]).toEqual([0, 0]);
  });

  test('just published is available immediately by its revision, as are the next few', async () => {
    const cloud = openTestCloud();
    const { slug, managerId } = await someManager(cloud);
    const pages = createPages(cloud);
    await pages.request(`/${slug}`);
    for (let revision = 1; revision <= 4; revision++) {
      await publish(cloud, managerId, { profile: newProfile(`Ada the ${revision}th`), revision });
      expect(await (await pages.request(`/${slug}?v=${revision}`)).text()).toContain(`Ada the ${revision}th`);
      expect(await (await pages.request(`/${slug}`)).text()).toContain(`Ada the ${revision}th`);
    }
  });

  test('is reread forty times, not each time, for a revision that does not exist', async () => {
    const cloud = limitedCloud();
    cloud.door = new Door(undefined, { burst: 100_000, refillMs: 1 });
    const { slug } = await someManager(cloud);
    const pages = createPages(cloud);
    await pages.request(`/${slug}`);
    cloud.operations.reset();
    for (let asked = 0; asked < 100; asked++) await pages.request(`/${slug}?v=${1 + (asked % 60)}`, from(someAddress()));
    expect(cloud.operations.reads).toBeLessThanOrEqual(40);
    expect(rendered.mock.calls.length).toBe(1);
  });

  test('is rerendered exactly when its day or its reply time changes', async () => {
    const cloud = openTestCloud();
    const { slug, managerId } = await someManager(cloud);
    const pages = createPages(cloud);
    await pages.request(`/${slug}`);
    cloud.advance(24 * 3600_000);
    await pages.request(`/${slug}`);
    await pages.request(`/${slug}`);
    expect(rendered.mock.calls.length).toBe(2);
    await (await cloud.tables())
      .manager(managerId)
      .update({ replyTime: { usually: 'hour', until: Timestamp.fromMillis(cloud.now() + 3600_000) }, revision: 1 });
    expect(await (await pages.request(`/${slug}?v=1`)).text()).toContain('Usually replies within an hour');
    cloud.advance(2 * 3600_000);
    expect(await (await pages.request(`/${slug}`)).text()).not.toContain('Usually replies');
  });
});

describe('an unknown address', () => {
  test('costs two reads, and none for five seconds after, in pages, forms and the API', async () => {
    const cloud = openTestCloud();
    const [pages, api, slug] = [createPages(cloud), createApp(cloud), someSlug()];
    const visitor = new Visitor(api.request);
    cloud.operations.reset();
    await Promise.all(Array.from({ length: 50 }, () => pages.request(`/${slug}`)));
    expect(cloud.operations.reads).toBe(2);
    for (const path of [`/${slug}`, `/${slug}?v=3`, `/${slug}/embed`, `/${slug}.vcf`, `/${slug}/llms.txt`]) {
      expect((await pages.request(path)).status, path).toBe(404);
    }
    expect((await visitor.open(slug)).body.code).toBe('unknown-slug');
    expect((await visitor.resume(slug, newCode())).body.code).toBe('unknown-slug');
    expect((await visitor.ask(`/api/forms/conversations?slug=${slug}`, { method: 'GET' })).status).toBe(404);
    expect(cloud.operations.reads).toBe(2);
  });

  test('is available immediately where it is claimed, and within seconds elsewhere', async () => {
    const [here, elsewhere] = [openTestCloud(), openTestCloud()];
    const slug = someSlug();
    const [pagesHere, pagesElsewhere] = [createPages(here), createPages(elsewhere)];
    for (const pages of [pagesHere, pagesElsewhere]) expect((await pages.request(`/${slug}`)).status).toBe(404);
    const { idToken } = await someAccount();
    const claimed = await new Visitor(createApp(here).request).raw(claimPageEndpoint.path, {
      method: 'PUT',
      body: JSON.stringify({ slug, name: 'Ada Moreau' }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${idToken}` },
    });
    expect(claimed.status).toBe(200);
    expect((await pagesHere.request(`/${slug}`)).status).toBe(200);
    elsewhere.advance(5000);
    expect((await pagesElsewhere.request(`/${slug}`)).status).toBe(200);
  });
});

describe('reads of one network', () => {
  test('of pages get 429 without a store read once used up, while others continue', async () => {
    const cloud = limitedCloud();
    const { slug } = await someManager(cloud);
    const pages = createPages(cloud);
    const address = someAddress();
    await pages.request(`/${slug}`, from(someAddress()));
    cloud.operations.reset();
    const statuses = [];
    for (let asked = 0; asked < 650; asked++) statuses.push((await pages.request(`/${slug}?${asked}`, from(address))).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(600);
    const refused = await pages.request(`/${slug}`, from(address));
    expect(refused.status).toBe(429);
    expect(refused.headers.get('cache-control')).toBe('no-store');
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(refused.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await pages.request(`/${slug}`, from(someAddress()))).status).toBe(200);
    expect(cloud.operations.reads).toBe(0);
    cloud.advance(1000);
    expect((await pages.request(`/${slug}`, from(address))).status).toBe(200);
  });

  test('are refused by the server as by the app, without building a request or using a turn', async () => {
    const cloud = limitedCloud();
    const { slug } = await someManager(cloud);
    const pages = createPages(cloud);
    const fetched = vi.spyOn(pages, 'fetch');
    const server = createServer(readerListener(cloud, pages)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const address = someAddress();
    try {
      expect((await fetch(`${origin}/${slug}`, from(address))).status).toBe(200);
      while ((await pages.request(`/${slug}`, from(address))).status === 200);
      const own = await pages.request(`/${slug}`, from(address));
      fetched.mockClear();
      const refused = await fetch(`${origin}/${slug}`, from(address));
      expect([refused.status, await refused.text()]).toEqual([429, await own.text()]);
      for (const [name, value] of own.headers) expect([name, refused.headers.get(name)]).toEqual([name, value]);
      expect((await fetch(`${origin}/${slug}`, { ...from(address), method: 'HEAD' })).status).toBe(429);
      expect(fetched).not.toHaveBeenCalled();
      expect((await fetch(`${origin}/${slug}`, from(someAddress()))).status).toBe(200);
      await fetch(`${origin}/api/nothing`, from(address));
      expect(fetched).toHaveBeenCalledTimes(2);
      cloud.advance(1000);
      for (let asked = 0; asked < 20; asked++) expect((await fetch(`${origin}/${slug}`, from(address))).status).toBe(200);
      expect((await fetch(`${origin}/${slug}`, from(address))).status).toBe(429);
    } finally {
      server.close();
    }
  });

  test('of a large page are fewer, by its bytes', async () => {
    const cloud = limitedCloud();
    const { slug } = await someManager(cloud, largestProfile(hostileTexts(7)));
    const pages = createPages(cloud);
    const address = someAddress();
    let bytes = 0;
    for (let asked = 0; asked < 620; asked++) {
      const answer = await pages.request(`/${slug}?${asked}`, from(address));
      if (answer.status === 200) bytes += (await answer.arrayBuffer()).byteLength;
    }
    expect(bytes).toBeGreaterThan(10_000_000);
    expect(bytes).toBeLessThan(600 * 128_000);
  });

  test('that need a look-up are fewer, per network and for the whole instance', async () => {
    const cloud = limitedCloud();
    const pages = createPages(cloud);
    cloud.operations.reset();
    const address = someAddress();
    const asked = [];
    for (let count = 0; count < 200; count++) asked.push((await pages.request(`/${someSlug()}`, from(address))).status);
    expect(asked.filter((status) => status === 404)).toHaveLength(150);
    for (let count = 0; count < 400; count++) await pages.request(`/${someSlug()}`, from(`10.9.${count % 250}.${1 + (count % 200)}`));
    expect(cloud.operations.reads).toBeLessThanOrEqual(600);
  });

  const API_READS = [
    ['/api/openapi.json', 60],
    ['/api/conversations?slug=nobody-lives-here', 298],
    ['/api/forms/conversations?slug=nobody-lives-here', 119],
    ['/api/slugs/anything', 100],
    [`/api/conversations/${'0'.repeat(32)}/export?format=json`, 40],
    ['/api/nothing-here', 600],
  ] as const;
  test.each(API_READS)('of %s are %i in a burst, then too fast, while others and writes continue', async (path, most) => {
    const cloud = limitedCloud();
    const { slug } = await someManager(cloud);
    const api = createApp(cloud);
    const address = someAddress();
    const answers = [];
    for (let asked = 0; asked < most + 5; asked++) answers.push(await api.request(path, from(address)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(5);
    expect(refused[0]?.headers.get('retry-after')).toMatch(/^[1-9]/);
    expect((await api.request(path, from(someAddress()))).status).not.toBe(429);
    expect((await new Visitor(api.request, ORIGIN, `${address}, 192.0.2.254`).start(slug)).status).toBe(200);
  });

  test('of the OpenAPI document cost building it once', async () => {
    const api = createApp(openTestCloud());
    const texts = await Promise.all(Array.from({ length: 20 }, async () => (await api.request('/api/openapi.json')).text()));
    expect(new Set(texts).size).toBe(1);
    expect(described.mock.calls.length).toBe(1);
  });

  test('requests for free addresses must wait after forty, whatever their network', async () => {
    const cloud = limitedCloud();
    const api = createApp(cloud);
    const { idToken } = await someAccount();
    const statuses = [];
    for (let asked = 0; asked < 45; asked++) {
      const { headers } = from(someAddress());
      statuses.push(
        (await api.request(`/api/slugs/${someSlug()}`, { headers: { ...headers, authorization: `Bearer ${idToken}` } })).status,
      );
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
  });
});

describe('a form refused for being too fast', () => {
  test('is returned on a page ten times, and then as one sentence', async () => {
    const cloud = limitedCloud();
    const { slug } = await someManager(cloud);
    const api = createApp(cloud);
    const visitor = new Visitor(api.request, ORIGIN, `${someAddress()}, 192.0.2.254`);
    const answers = [];
    for (let sent = 0; sent < 45; sent++) answers.push(await visitor.submit(`/api/forms/conversations?slug=${slug}`, { text: 'My words' }));
    const refused = answers.filter(({ text, status }) => status === 429 && !/data-problem="too-many/.test(text));
    expect(refused.filter(({ text }) => text.includes('My words')).length).toBeGreaterThanOrEqual(10);
    const short = refused.filter(({ text }) => !text.includes('<'));
    expect(short.length).toBeGreaterThanOrEqual(15);
    for (const { headers } of short) expect(headers.get('retry-after')).toMatch(/^[1-9]/);
  });

  test('is immediately one sentence if it is a read', async () => {
    const cloud = limitedCloud();
    const api = createApp(cloud);
    const address = someAddress();
    for (let asked = 0; asked < 119; asked++) await api.request('/api/forms/conversations?slug=nobody', from(address));
    const refused = await api.request('/api/forms/conversations?slug=nobody', from(address));
    expect([refused.status, await refused.text()]).toEqual([429, expect.not.stringContaining('<')]);
    expect(refused.headers.get('cache-control')).toBe('private, no-store');
  });
});

describe('a search in the directory', () => {
  const word = `herd${process.pid}x`;
  const rare = `rare${process.pid}x`;
  /** A hundred people with a word, the oldest of whom also have another one. */
  async function aHundred(cloud: TestCloud): Promise<void> {
    const table = await cloud.tables();
    const batch = table.batch();
    for (let index = 0; index < 100; index++) {
      const terms = index < 40 ? [word, rare.slice(0, 5 + (index % 2))] : [word];
      batch.set(table.listing(nanoid()), {
        slug: someSlug(),
        name: `Person ${index}`,
        terms,
        isIndexed: false,
        listedAt: Timestamp.fromMillis(Date.now() - 1_000_000 + index),
      });
    }
    await batch.commit();
  }

  test('reads at most three pages of people, and three more if too few match all words', async () => {
    const cloud = openTestCloud();
    await aHundred(cloud);
    const readsOf = async (query: string, page = 1) => {
      cloud.operations.reset();
      const { people } = await findListings(cloud, query, page);
      return [people.length, cloud.operations.reads];
    };
    expect(await readsOf(word)).toEqual([24, 72]);
    expect(await readsOf(word, 2)).toEqual([24, 0]);
    expect(await readsOf(`${word} ${rare.slice(0, 6)}`)).toEqual([20, 28]);
    expect(await readsOf(word, 5)).toEqual([4, 0]);
    expect(await readsOf(`nobody${process.pid}x`)).toEqual([0, 1]);
    expect(await readsOf(`nobody${process.pid}x ${word}`)).toEqual([0, 0]);
  });

  test('is cached, found or not, and simultaneous requests share one look-up', async () => {
    const cloud = openTestCloud();
    await Promise.all(Array.from({ length: 30 }, () => findListings(cloud, word, 1)));
    expect(cloud.operations.reads).toBeLessThanOrEqual(72);
    await Promise.all(Array.from({ length: 200 }, (_, index) => findListings(cloud, `miss${index}x${process.pid}`, 1)));
    cloud.operations.reset();
    await findListings(cloud, word, 1);
    await findListings(cloud, `miss7x${process.pid}`, 1);
    expect(cloud.operations.reads).toBe(0);
  });

  test('that needs a look-up is one a second per instance after thirty; the rest continues', async () => {
    const cloud = limitedCloud();
    const pages = createPages(cloud);
    const search = async (query: string) => (await pages.request(`/directory?q=${query}`, from(someAddress()))).status;
    expect(await search(word)).toBe(200);
    const statuses = [];
    for (let asked = 0; asked < 40; asked++) statuses.push(await search(`other${asked}x${process.pid}`));
    expect(statuses.filter((status) => status === 200)).toHaveLength(29);
    expect(await search(word)).toBe(200);
    expect((await pages.request('/directory', from(someAddress()))).status).toBe(200);
    cloud.advance(1000);
    expect(await search(`next${process.pid}x`)).toBe(200);
  });

  test('costs a network as much as fifteen pages', async () => {
    const cloud = limitedCloud();
    const pages = createPages(cloud);
    const address = someAddress();
    let found = 0;
    for (let asked = 0; asked < 40; asked++) {
      if ((await pages.request(`/directory?q=of${asked}x${process.pid}`, from(address))).status === 200) found++;
      cloud.advance(10);
    }
    expect(found).toBeLessThanOrEqual(32);
  });
});

describe('the preview of a page', () => {
  const previewOf = async (cloud: TestCloud) => {
    const { slug, managerId } = await someManager(cloud);
    return { slug, managerId, path: openGraphImagePath(slug, newProfile('Ada Moreau')) };
  };

  test('is drawn once, for any caller and query string', async () => {
    const cloud = openTestCloud();
    const { path } = await previewOf(cloud);
    const pictures = createPicturesApp(cloud);
    cloud.operations.reset();
    const asked = Array.from({ length: 60 }, (_, index) => pictures.request(`${path}?${index}`));
    expect(new Set((await Promise.all(asked)).map(({ status }) => status))).toEqual(new Set([200]));
    expect([drawn.mock.calls.length, cloud.operations.reads]).toEqual([1, 1]);
  });

  test('of a version that never existed leads to the current one, and is not read each time', async () => {
    const cloud = limitedCloud();
    cloud.door = new Door(undefined, { burst: 100_000, refillMs: 1 });
    const { slug, path } = await previewOf(cloud);
    const pictures = createPicturesApp(cloud);
    cloud.operations.reset();
    for (let version = 0; version < 60; version++) {
      const digits = version.toString(16).padStart(8, '0');
      const { status, headers } = await pictures.request(`/pictures/og/${slug}/${digits}.jpg`, from(someAddress()));
      expect([status, headers.get('location')]).toEqual([302, path]);
    }
    expect(cloud.operations.reads).toBeLessThanOrEqual(41);
    expect(drawn).not.toHaveBeenCalled();
  });

  test('of a page that just changed is the new one', async () => {
    const cloud = openTestCloud();
    const { slug, managerId, path } = await previewOf(cloud);
    const pictures = createPicturesApp(cloud);
    expect((await pictures.request(path)).status).toBe(200);
    const profile = newProfile('Ada Moreau, renamed');
    await publish(cloud, managerId, { profile });
    expect((await pictures.request(openGraphImagePath(slug, profile))).status).toBe(200);
    expect(drawn.mock.calls.length).toBe(2);
  });

  test('waits for at most eight others, and must be retried after that', async () => {
    const cloud = openTestCloud();
    const pictures = createPicturesApp(cloud);
    const previews = await Promise.all(Array.from({ length: 12 }, () => previewOf(cloud)));
    const { promise: paint, resolve: finish } = Promise.withResolvers<Buffer>();
    drawn.mockImplementation(() => paint);
    const statuses: number[] = [];
    const asked = previews.map(async ({ path }) => {
      const answer = await pictures.request(path);
      statuses.push(answer.status);
      return answer;
    });
    await vi.waitFor(() => expect(statuses).toEqual([503, 503, 503, 503]), { timeout: 30_000 });
    finish(Buffer.from('a drawing'));
    const answers = await Promise.all(asked);
    const refused = answers.filter(({ status }) => status === 503);
    expect([answers.filter(({ status }) => status === 200).length, refused.length]).toEqual([8, 4]);
    for (const { headers } of refused) {
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('retry-after')).toBe('3');
    }
  });
});

describe('the file of a picture', () => {
  /** A bucket with the files of one manager that counts its requests. */
  function countedBucket(bytes: Buffer) {
    const asked: string[] = [];
    const file = (name: string) => ({
      download: async () => {
        asked.push(name);
        if (!name.startsWith('pictures/ada/')) throw Object.assign(new Error('gone'), { code: 404 });
        return [bytes];
      },
    });
    return { asked, bucket: async () => ({ file }) as unknown as Awaited<ReturnType<TestCloud['bucket']>> };
  }
  const pathOf = (manager: string, hash = 'a'.repeat(32)) => `/pictures/${manager}/${hash}/480.avif`;

  test('is fetched once, for any caller and query string, even if it is missing', async () => {
    const { asked, bucket } = countedBucket(Buffer.from('pixels'));
    const pictures = createPicturesApp(openTestCloud({ bucket }));
    for (const [manager, status] of [
      ['ada', 200],
      ['nobody', 404],
    ] as const) {
      const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => pictures.request(`${pathOf(manager)}?${index}`)));
      expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([status]));
      expect((await pictures.request(`${pathOf(manager)}?again`)).status).toBe(status);
    }
    expect(asked).toHaveLength(2);
  });

  test('stays cached when thousands of missing ones are requested', async () => {
    const { asked, bucket } = countedBucket(Buffer.alloc(1000));
    const cloud = openTestCloud({ bucket });
    cloud.door.admitLookUp = () => undefined;
    const pictures = createPicturesApp(cloud);
    await pictures.request(pathOf('ada'));
    for (let index = 0; index < 6000; index++) await pictures.request(pathOf('nobody', index.toString(16).padStart(32, '0')));
    asked.length = 0;
    expect((await pictures.request(pathOf('ada'))).status).toBe(200);
    expect(asked).toEqual([]);
  });

  test('costs its network more if it must be fetched than if it is cached', async () => {
    const { asked, bucket } = countedBucket(Buffer.alloc(10));
    const cloud = limitedCloud();
    cloud.bucket = bucket;
    const pictures = createPicturesApp(cloud);
    const address = someAddress();
    for (let index = 0; index < 200; index++) await pictures.request(pathOf('nobody', index.toString(16).padStart(32, '0')), from(address));
    expect(asked.length).toBe(150);
    expect((await pictures.request(pathOf('ada'), from(someAddress()))).status).toBe(200);
  });
});
