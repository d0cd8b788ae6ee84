import { Door } from '@foyer/functions/limits/door';
import { createPages } from '@foyer/functions/public-page/pages';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestCloud, PROXIES, someManager } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';

const { hosting } = emulators();
const cloud = openTestCloud();
let html: string;
let loaded: string[];

beforeAll(async () => {
  html = await (await fetch(`${hosting}/api/docs`)).text();
  loaded = addressesIn(html).filter((address) => address.startsWith('/assets/'));
});

function addressesIn(text: string): string[] {
  return [...text.matchAll(/\b(?:src|href|action|content|data-\w+)="([^"]*)"/g)].map(([, address = '']) => address);
}

describe('the API reference', () => {
  test('names no other host, and has only the inline style that its policy allows', () => {
    expect(html).not.toMatch(/\w:\/\/|["'(]\/\/|<script(?![^>]* src="\/assets\/)|\sstyle=|\son\w+=|<iframe|<base/);
    expect(html.match(/<style>/g)).toHaveLength(1);
  });

  test('loads one script and one stylesheet of the site, which browsers cache', async () => {
    expect(loaded.map((address) => address.split('.').pop()).sort()).toEqual(['css', 'js']);
    for (const address of loaded) {
      const { status, headers } = await fetch(hosting + address);
      expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    }
  });

  test('shows the document that programs get', async () => {
    const [, address] = /data-document="([^"]+)"/.exec(html) ?? [];
    expect(address).toBe('/api/openapi.json');
    expect(await (await fetch(hosting + address)).json()).toMatchObject({ openapi: '3.1.0', info: { title: 'Foyer API' } });
  });

  test('is not for search engines', () => expect(html).toContain('<meta name="robots" content="noindex"/>'));

  test('answers HEAD without a body, and other methods with a problem', async () => {
    const head = await fetch(`${hosting}/api/docs`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const refused = await fetch(`${hosting}/api/docs`, { method });
      expect([refused.status, refused.headers.get('allow')], method).toEqual([405, 'GET, HEAD']);
      expect(await refused.json(), method).toMatchObject({ code: 'method-not-allowed' });
    }
  });

  test.each(['/api/docs/', '/api/docs/x', '/api/Docs', '/docs'])('is not at %s', async (path) => {
    expect((await fetch(hosting + path)).status).toBe(404);
  });

  test('is the same with any query string, and reads nothing', async () => {
    const pages = createPages(cloud);
    cloud.operations.reset();
    const plain = await (await pages.request('/api/docs')).text();
    for (const query of ['utm_source=x', 'url=https://evil.example', `q=${'x'.repeat(2000)}`]) {
      expect(await (await pages.request(`/api/docs?${query}`)).text()).toBe(plain);
    }
    expect(cloud.operations.reads).toBe(0);
  });

  test('counts against its reader’s network, like other pages', async () => {
    const limited = openTestCloud({ door: new Door() });
    limited.config = { ...limited.config, trustedProxies: PROXIES };
    limited.stopClock();
    const pages = createPages(limited);
    const from = (address: string) => ({ headers: { 'x-forwarded-for': `${address}, 192.0.2.254` } });
    const statuses = [];
    for (let asked = 0; asked < 605; asked++) statuses.push((await pages.request('/api/docs', from('198.51.100.7'))).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(600);
    expect(statuses.slice(600)).toEqual([429, 429, 429, 429, 429]);
    expect((await pages.request('/api/docs', from('203.0.113.9'))).status).toBe(200);
  });
});

describe('the viewer of the API reference', () => {
  test('is loaded by no other page, neither initially nor later', async () => {
    const { slug } = await someManager(cloud);
    const reached = await reachedFrom(['/', '/directory', '/resume', `/${slug}`, `/${slug}/embed`, '/app']);
    expect(reached.size).toBeGreaterThan(10);
    expect([...reached].filter((address) => loaded.includes(address))).toEqual([]);
    expect(await reachedFrom(['/api/docs'])).toEqual(new Set(loaded));
  });
});

/** Every built file that pages load, with its imports, dynamic imports, stylesheets and preloads. */
async function reachedFrom(paths: readonly string[]): Promise<Set<string>> {
  const reached = new Set<string>();
  const follow = async (path: string): Promise<void> => {
    const text = await (await fetch(hosting + path)).text();
    for (const [, name] of text.matchAll(/["'`(/]([\w.-]+-[\w-]{8}\.(?:js|css))["'`)?]/g)) {
      const address = `/assets/${name}`;
      if (reached.has(address)) continue;
      reached.add(address);
      await follow(address);
    }
  };
  for (const path of paths) await follow(path);
  return reached;
}
