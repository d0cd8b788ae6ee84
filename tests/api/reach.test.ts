import { newProfile } from '@foyer/domain/new-profile';
import type { Profile } from '@foyer/domain/profile';
import { changeProfile } from '@foyer/functions/managers/change-profile';
import { claimPage } from '@foyer/functions/managers/claim-page';
import { movePage } from '@foyer/functions/managers/move-page';
import { createPages } from '@foyer/functions/public-page/pages';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { someAccount } from '../support/account.ts';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';

/** How a page is found, with the site's answers behind Hosting. */
const { hosting } = emulators();
const get = async (path: string) => {
  const answer = await fetch(hosting + path, { redirect: 'manual', signal: AbortSignal.timeout(120_000) });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

const HOSTILE = '</script><img src=x onerror=alert(1)>';
const reach = (changes: Partial<Profile['reach']>): Profile['reach'] => ({ isIndexed: true, isListed: true, embedOrigins: [], ...changes });

let open: string;
let shy: string;
let unlisted: string;
let former: string;
let current: string;
let origin: string;

beforeAll(async () => {
  const cloud = openTestCloud();
  const name = `Lighthouse ${process.pid}`;
  open = (
    await someManager(cloud, {
      ...newProfile(`${name} Keeper`, HOSTILE),
      reach: reach({}),
      sections: [{ kind: 'links', items: [{ id: 'a', label: 'Elsewhere', url: 'https://social.example/@keeper' }] }],
    })
  ).slug;
  shy = (await someManager(cloud, { ...newProfile(`${name} Shy`), reach: reach({ isIndexed: false }) })).slug;
  unlisted = (await someManager(cloud, { ...newProfile(`${name} Unlisted`), reach: reach({ isListed: false }) })).slug;
  const mover = await someManager(cloud, { ...newProfile(`${name} Mover`), reach: reach({}) });
  former = mover.slug;
  current = `here-${process.pid}-now`;
  await movePage(cloud, mover.managerId, current);
  origin = /rel="canonical" href="(http[^"]*)\/"/.exec((await get('/')).text)?.[1] ?? '';
  expect(origin).toMatch(/^http/);
});

describe('an address that was given up', () => {
  test('redirects permanently with its query, and is revalidated soon', async () => {
    const { status, headers } = await get(`/${former}?utm=x&y=%0d%0aset-cookie:z`);
    expect([status, headers.get('location')]).toEqual([301, `/${current}?utm=x&y=%0D%0Aset-cookie%3Az`]);
    expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=10');
    expect((await get(`/${former.toUpperCase()}`)).headers.get('location')).toBe(`/${former}`);
  });

  test.each(['.vcf', '/llms.txt'])('leads to the same%s there', async (suffix) => {
    const { status, headers } = await get(`/${former}${suffix}`);
    expect([status, headers.get('location')]).toEqual([301, `/${current}${suffix}`]);
  });

  test('leads nowhere in another spelling', async () => {
    expect((await get(`/${former.replaceAll('-', '')}`)).status).toBe(404);
  });
});

describe('the head of a page', () => {
  test('describes it to search engines, networks and programs', async () => {
    const { text, headers } = await get(`/${open}`);
    expect(headers.get('x-robots-tag')).toBeNull();
    expect(text).not.toContain('name="robots"');
    expect(text).toContain(`<link rel="canonical" href="${origin}/${open}"`);
    for (const property of [
      'type" content="profile',
      'site_name" content="Foyer',
      'locale" content="en_US',
      'image:width" content="1200',
    ]) {
      expect(text).toContain(`property="og:${property}"`);
    }
    expect(text).toContain('name="twitter:card" content="summary_large_image"');
    expect(text).toContain('href="https://social.example/@keeper" rel="me noopener"');
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(text)?.[1] ?? '');
    expect(data).toMatchObject({
      '@type': 'ProfilePage',
      mainEntity: { '@type': 'Person', description: HOSTILE, url: `${origin}/${open}`, sameAs: ['https://social.example/@keeper'] },
    });
    const discovery = /href="([^"]*oembed[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&').replace(origin, '') ?? '';
    expect(JSON.parse((await get(discovery)).text)).toMatchObject({ type: 'link', author_url: `${origin}/${open}` });
  });

  test('describes the picture as networks get it', async () => {
    const { text } = await get(`/${open}`);
    const saying = (name: string) => new RegExp(`property="og:image${name}" content="([^"]*)"`).exec(text)?.[1];
    const picture = await fetch(saying('') ?? '');
    const { format, width, height } = await sharp(await picture.bytes()).metadata();
    expect([saying(':width'), saying(':height')]).toEqual([`${width}`, `${height}`]);
    expect(picture.headers.get('content-type')).toBe(`image/${format}`);
  });

  test('keeps search engines away if the manager wants, in the page and its headers', async () => {
    const { text, headers } = await get(`/${shy}`);
    expect(text).toContain('<meta name="robots" content="noindex"');
    expect(headers.get('x-robots-tag')).toBe('noindex');
  });
});

describe('a new page', () => {
  test('is kept from search engines until its manager publishes it, even unchanged', async () => {
    const cloud = openTestCloud();
    const { uid } = await someAccount();
    const slug = `unpublished-${process.pid}`;
    await claimPage(cloud, uid, { slug, name: 'Grace Holloway' });
    const before = await get(`/${slug}`);
    expect(before.status).toBe(200);
    expect(before.text).toContain('<meta name="robots" content="noindex"');
    expect(before.headers.get('x-robots-tag')).toBe('noindex');

    const publish = () => changeProfile(cloud, uid, { revision: 0, changes: {} });
    expect((await publish()).revision).toBe(1);
    const { publishedAt } = (await (await cloud.tables()).manager(uid).get()).data() ?? {};
    // A repeat after a lost answer.
    expect((await publish()).revision).toBe(1);
    await changeProfile(cloud, uid, { revision: 1, changes: { headline: 'Surveyor' } });
    expect((await (await cloud.tables()).manager(uid).get()).data()?.publishedAt).toEqual(publishedAt);
    const after = await get(`/${slug}?v=2`);
    expect(after.text).toContain('Surveyor');
    expect(after.text).not.toContain('noindex');
    expect(after.headers.get('x-robots-tag')).toBeNull();
  });

  test('stored before publishing was recorded stays with search engines', async () => {
    const { text, headers } = await get(`/${unlisted}`);
    expect(text).not.toContain('noindex');
    expect(headers.get('x-robots-tag')).toBeNull();
  });
});

describe('the machine-readable data', () => {
  test('of the site names people who are listed and indexed, and no one else', async () => {
    // An instance that was asked before repeats its answer for a minute, so a new one is asked for the names.
    const pages = createPages(openTestCloud());
    for (const path of ['/sitemap.xml', '/llms.txt']) {
      const text = await (await pages.request(path)).text();
      for (const slug of [open, current]) expect(text, path).toContain(`/${slug}`);
      for (const slug of [shy, unlisted, former]) expect(text, path).not.toContain(slug);
      const { status, headers } = await get(path);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe(path === '/llms.txt' ? 'text/plain; charset=utf-8' : 'application/xml; charset=utf-8');
    }
    const robots = await get('/robots.txt');
    expect([robots.status, robots.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(robots.text).toContain(`Sitemap: ${origin}/sitemap.xml`);
    expect(robots.text).not.toContain(shy);
  });

  test('of a page is its card and its text', async () => {
    const card = await get(`/${open}.vcf`);
    expect([card.status, card.headers.get('content-type')]).toEqual([200, 'text/vcard; charset=utf-8']);
    expect(card.text).toMatch(/^BEGIN:VCARD\r\nVERSION:4\.0\r\n/);
    const page = await get(`/${open}/llms.txt`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(page.text).toContain(`<${origin}/${open}>`);
    expect(page.text).not.toMatch(/(?<!\\)<img/);
    for (const { headers } of [card, page]) {
      expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=300');
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    }
  });

  test.each(['/nobody-lives-here.vcf', '/nobody-lives-here/llms.txt', '/.vcf', '/a%0d%0ab.vcf', '/Ab.vcf', '/admin.vcf'])(
    '%s is not there',
    async (path) => expect((await get(path)).status).toBe(404),
  );

  test('by oEmbed is a page of this site, in JSON', async () => {
    const ask = (url: string, more = '') => get(`/oembed?url=${encodeURIComponent(url)}${more}`);
    const found = await ask(`${origin}/${open}`);
    expect([found.status, found.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(JSON.parse((await ask(`${origin}/${former}`)).text).author_url).toBe(`${origin}/${current}`);
    for (const spelling of [`${origin}/${open}/?x=1#y`, `${origin}/${open.toUpperCase()}`, `${origin}/${former.toUpperCase()}/`]) {
      const { status, text } = await ask(spelling);
      expect([spelling, status]).toEqual([spelling, 200]);
      expect(JSON.parse(text).author_url).toMatch(new RegExp(`^${origin}/(?:${open}|${current})$`));
    }
    expect(JSON.parse(found.text)).toMatchObject({ thumbnail_width: 1200, thumbnail_height: 630 });
    expect(JSON.parse((await ask(`${origin}/${open}`, '&maxwidth=600')).text)).not.toHaveProperty('thumbnail_url');
    expect((await ask(`${origin}/${open}`, '&format=xml')).status).toBe(501);
    for (const url of [`${origin}/nobody-lives-here`, `https://evil.example/${open}`, `${origin}/`, '', 'x']) {
      expect((await ask(url)).status, url).toBe(404);
    }
  });
});

describe('the directory', () => {
  test('shows listed people, as text, without a script', async () => {
    const { status, text, headers } = await get(`/directory?q=lighthouse+${process.pid}`);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=60');
    for (const slug of [open, shy, current]) expect(text).toContain(`href="/${slug}"`);
    expect(text).not.toContain(unlisted);
    expect(text).not.toMatch(/<script|<img src=x/);
    // It is for people: it lists pages that are hidden from search engines too.
    expect(headers.get('x-robots-tag')).toBe('noindex');
  });

  test('says when no one is found, with the query as text', async () => {
    const { status, text } = await get(`/directory?q=${encodeURIComponent('<b>"nobody"</b>')}`);
    expect(status).toBe(200);
    expect(text).toContain('No results for');
    expect(text).not.toContain('<b>');
  });

  test('cuts a long query between two characters', async () => {
    const { status, text } = await get(`/directory?q=${'x'.repeat(79)}${encodeURIComponent('😀')}`);
    expect(status).toBe(200);
    expect(text).toContain('x'.repeat(79));
    expect(text).not.toContain('\ufffd');
  });

  test.each(['page=0', 'page=999', 'page=-1', 'page=x', 'page=2&q=nobodylikethat'])('has no page ?%s', async (query) => {
    expect((await get(`/directory?${query}`)).status).toBe(404);
  });
});
