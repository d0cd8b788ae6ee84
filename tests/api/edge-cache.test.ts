import { beforeAll, describe, expect, test } from 'vitest';
import { someAccount } from '../support/account.ts';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { EdgeCache } from '../support/edge-cache.ts';
import { emulators } from '../support/emulators.ts';
import { newCode, Visitor } from '../support/visitor.ts';

const { hosting } = emulators();
let slug: string;
/** The headers that two people send. */
let mina: Record<string, string>;
let noor: Record<string, string>;

beforeAll(async () => {
  slug = (await someManager(openTestCloud())).slug;
  const personal = async (language: string) => {
    const visitor = new Visitor((path, init) => fetch(hosting + path, init), hosting);
    await visitor.start(slug, { name: `Someone who reads ${language}` });
    const { idToken } = await someAccount();
    return {
      cookie: visitor.cookie ?? '',
      'accept-language': language,
      authorization: `Bearer ${idToken}`,
      'user-agent': `Browser (${language})`,
    };
  };
  [mina, noor] = [await personal('de'), await personal('ar')];
});

const publicPaths = () => [
  `/${slug}`,
  `/${slug}?utm_source=x`,
  '/',
  `/${slug}/`,
  `/${slug.toUpperCase()}`,
  '/nobody-lives-here',
  '/a/b',
  '/directory',
  '/resume',
  '/api/docs',
  '/sitemap.xml',
  '/llms.txt',
  `/${slug}.vcf`,
  `/${slug}/llms.txt`,
];

describe('a page behind the worst cache', () => {
  test('is byte for byte the same for a second person, without anything of the first', async () => {
    for (const path of publicPaths()) {
      const cache = new EdgeCache(hosting);
      const first = await cache.fetch(path, mina);
      const second = await cache.fetch(path, noor);
      const alone = await new EdgeCache(hosting).fetch(path, noor);
      const nobodys = await new EdgeCache(hosting).fetch(path);
      expect([first.from, second.from], path).toEqual(['site', 'cache']);
      for (const other of [first, alone, nobodys]) {
        expect([other.status, other.body], path).toEqual([second.status, second.body]);
        expect(other.headers, path).toEqual(second.headers);
      }
      expect(second.headers.map(([name]) => name)).not.toContain('set-cookie');
      expect(second.body + JSON.stringify(second.headers)).not.toContain('Someone who reads');
    }
  });

  test("cannot be spoilt for everyone by one person's request", async () => {
    const plain = await new EdgeCache(hosting).fetch(`/${slug}`);
    const claims = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'javascript',
      'x-original-url': '/evil',
      'x-rewrite-url': '/evil',
      forwarded: 'host=evil.example;proto=http',
      'x-host': 'evil.example',
      'x-http-method-override': 'DELETE',
      range: 'bytes=0-10',
      'x-fh-requested-host': 'evil.example',
    };
    for (const [name, value] of Object.entries(claims)) {
      const spoilt = await new EdgeCache(hosting).fetch(`/${slug}`, { [name]: value });
      expect([spoilt.status, spoilt.body], name).toEqual([plain.status, plain.body]);
      expect(JSON.stringify(spoilt.headers), name).not.toContain('evil');
    }
  });

  test('is refetched after five minutes, a missing one after half a minute', async () => {
    const cache = new EdgeCache(hosting);
    for (const path of [`/${slug}`, '/nobody-lives-here']) await cache.fetch(path);
    cache.clock = 29;
    expect((await cache.fetch('/nobody-lives-here')).from).toBe('cache');
    cache.clock = 31;
    expect((await cache.fetch('/nobody-lives-here')).from).toBe('site');
    cache.clock = 299;
    expect((await cache.fetch(`/${slug}`)).from).toBe('cache');
    cache.clock = 301;
    expect((await cache.fetch(`/${slug}`)).from).toBe('site');
  });

  test('is never a dashboard or an API answer, whatever was requested', async () => {
    const cache = new EdgeCache(hosting);
    const paths = [
      ...[`/api/conversations?slug=${slug}`, '/api/conversations', '/api/conversations?slug=nobody-lives-here', '/api/openapi.json'],
      ...[`/api/sessions`, '/api/sessions/current', `/api/slugs/${slug}`, '/api/managers/me', '/api/nothing'],
      ...[`/api/conversations/${'0'.repeat(32)}/export`, `/api/conversations/x/export?format=html`, `/api/sessions?code=${newCode()}`],
      ...['/app', '/app/', '/app/c/0123'],
    ];
    for (const path of paths) {
      const first = await cache.fetch(path, mina);
      expect((await cache.fetch(path, noor)).from, path).toBe('site');
      const caching = Object.fromEntries(first.headers)['cache-control'];
      expect(caching, path).toMatch(/no-store/);
    }
  });
});
