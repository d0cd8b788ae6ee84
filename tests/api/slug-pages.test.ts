import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';
import { shown } from '../support/naughty-strings.ts';
import { spreadOver } from '../support/sample.ts';
import { SLUG_CANDIDATES } from '../support/slug-candidates.ts';

/** The pages behind Hosting, requested by the exact bytes of an address: `fetch` would normalise them first. */
const { hosting, functionsOrigin, projectId } = emulators();
const { slug } = await someManager(openTestCloud());

interface Page {
  status: number;
  location: string | undefined;
  text: string;
}

function ask(site: string, path: string): Promise<Page> {
  const { hostname, port } = new URL(site);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, timeout: 120_000 }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, location: response.headers.location, text }));
    });
    asked.on('error', (cause) => reject(new Error(`${site} did not answer ${path}`, { cause }))).end();
  });
}

/**
 * Hosting's emulator looks for a file first, and fails on impossible file names: half an encoded character, or a thousand letters. At two
 * slashes, of either kind, it even exits. In these cases the function is called directly.
 */
async function page(path: string): Promise<Page> {
  const direct = () => ask(functionsOrigin, `/${projectId}/europe-west1/page${path}`);
  if (/^\/[/\\]/.test(path)) return direct();
  const answer = await ask(hosting, path);
  return answer.text === 'Unexpected error occurred.' ? direct() : answer;
}

/** A path that a client can send: encodes non-ASCII characters only. */
const asPath = (text: string) => `/${text.toWellFormed().replace(/[^\x21-\x7e]/gu, encodeURIComponent)}`;

/** What no page of ours may reveal. */
const INSIDES = /\n\s+at |node_modules|functions\/src|\.tsx?:\d|Error:/;

describe('an address without a page', () => {
  test('never fails, never shows its text as markup, and redirects only to our pages', async () => {
    const candidates = spreadOver(SLUG_CANDIDATES, 150);
    const statuses = new Map<number, number>();
    for (const candidate of candidates) {
      const { status, location, text } = await page(asPath(candidate));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      expect(status, `${shown(candidate)}: ${text.slice(0, 200)}`).toBeLessThan(500);
      expect(text, shown(candidate)).not.toMatch(INSIDES);
      if (location !== undefined) expect(location, shown(candidate)).toMatch(/^\/[a-z0-9/.%-]*$/i);
      if (location !== undefined) expect(location, shown(candidate)).not.toMatch(/^\/[/\\]/);
    }
    expect(statuses.get(404)).toBeGreaterThan(candidates.length / 2);
  });

  test('in another spelling of a slug leads to its one address, or to nothing', async () => {
    const spellings = [slug.toUpperCase(), `${slug}/`, `${slug}//`, `${slug}?x=1`, `%${slug.charCodeAt(0).toString(16)}${slug.slice(1)}`];
    const others = [
      slug.replace('-', '--'),
      slug.replaceAll('-', ''),
      slug.replace('a', 'а'),
      `${slug}.`,
      `${slug}%00`,
      `.${slug}`,
      `${slug};x`,
    ];
    expect((await page(`/${slug}`)).status).toBe(200);
    for (const spelling of spellings) {
      const { status, location } = await page(asPath(spelling));
      expect([200, 301, 404], spelling).toContain(status);
      if (status === 301) expect(location).toMatch(new RegExp(`^/${slug}(?:\\?x=1)?$`));
    }
    for (const other of others) expect((await page(asPath(other))).status, shown(other)).toBe(404);
  });
});

/** The first parts of Hosting's own paths and of the functions' routes: a slug may begin like them. */
test.each([
  'api',
  'app',
  'apps',
  'assets',
  'directory',
  'embed',
  'examples',
  'favicon',
  'llms',
  'oembed',
  'pictures',
  'robots',
  'settings',
  'sitemap',
])('a page whose slug begins with "%s" exists, in each of its forms', async (beginning) => {
  for (const own of [`${beginning}-${process.pid}`, `${beginning}${process.pid}x`]) {
    await someManager(openTestCloud(), undefined, own);
    for (const path of [`/${own}`, `/${own}?x=1`, `/${own}/embed`, `/${own}/llms.txt`, `/${own}.vcf`]) {
      const { status, text } = await page(path);
      expect([path, status]).toEqual([path, 200]);
      expect(text, path).toContain('Ada');
    }
  }
});
