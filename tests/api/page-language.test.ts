import { directionOfLanguage, LANGUAGES, PSEUDO } from '@foyer/domain/language';
import { newProfile } from '@foyer/domain/new-profile';
import { RESUME_PATH } from '@foyer/domain/resume-code';
import { inline } from '@foyer/functions/public-page/machines/page-as-text';
import { createPages } from '@foyer/functions/public-page/pages';
import { words as directory } from '@foyer/words/compiled/all/directory';
import { words as front } from '@foyer/words/compiled/all/front';
import { words as page } from '@foyer/words/compiled/all/page';
import { words as sections } from '@foyer/words/compiled/all/sections';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';

const { rendered } = vi.hoisted(() => ({ rendered: vi.fn() }));

vi.mock('../../functions/src/public-page/document.tsx', async (original) => {
  const actual = await original<typeof import('../../functions/src/public-page/document.tsx')>();
  return { ...actual, renderResume: rendered.mockImplementation(actual.renderResume) };
});

const cloud = openTestCloud();
const pages = createPages(cloud);
const TAGS = [...LANGUAGES, PSEUDO] as const;

async function get(path: string, headers: Record<string, string> = {}) {
  const answer = await pages.request(path, { headers });
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
}

/** How a document in a language begins. */
const opened = (tag: string) => `<!doctype html><html lang="${tag}"${directionOfLanguage(tag) === 'rtl' ? ' dir="rtl"' : ''}>`;

/** As in the pages. */
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const SITE = [
  ['/', 200, (tag) => front[tag].heading],
  [RESUME_PATH, 200, (tag) => front[tag].resumeHeading],
  ['/directory', 200, (tag) => directory[tag].heading],
  ['/api/docs', 200, (tag) => front[tag].apiTitle],
  ['/no.such.page', 404, (tag) => front[tag].notFoundHeading],
] as const satisfies [string, number, (tag: (typeof TAGS)[number]) => string][];

beforeEach(() => {
  rendered.mockClear();
  vi.stubEnv('FUNCTIONS_EMULATOR', 'true');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe.each(SITE)('Foyer’s own page %s', (path, status, sentence) => {
  test.each(TAGS)('is in %s if the address asks for it, and its links keep the language', async (tag) => {
    const answer = await get(`${path}?lang=${tag}`);
    expect(answer.status).toBe(status);
    expect(answer.html.startsWith(opened(tag))).toBe(true);
    expect(answer.html).toContain(escaped(sentence(tag)));
    expect(answer.html).toContain(tag === 'en' ? 'href="/"' : `href="/?lang=${tag}"`);
    const ways = answer.html.replace(/<nav class="languages".*?<\/nav>/, '');
    expect(ways.includes(`href="${RESUME_PATH}"`)).toBe(tag === 'en');
  });

  test.each(['', 'zz', 'en-12', '%F0', '%00', '../de', 'x'.repeat(2000), 'tlh-Latn'])(
    'is in English for unknown language %#',
    async (asked) => {
      const plain = await get(path);
      const answer = await get(`${path}?lang=${asked}`);
      expect([answer.status, answer.html]).toEqual([status, plain.html]);
      expect(answer.html.startsWith(opened('en'))).toBe(true);
    },
  );

  test('is the same for every browser, and is kept by address alone', async () => {
    const answer = await get(path, { 'accept-language': 'de, ar' });
    expect(answer.html).toBe((await get(path)).html);
    expect(answer.headers.get('vary') ?? '').not.toMatch(/language/i);
  });
});

test('a page is rendered once for each language, whatever addresses ask for', async () => {
  const fresh = createPages(openTestCloud());
  const asked = [...TAGS, ...TAGS.map((tag) => `${tag}&x=1`), ...Array.from({ length: 50 }, (_, index) => `q${index}`)];
  for (const lang of asked) await fresh.request(`${RESUME_PATH}?lang=${lang}`);
  expect(rendered.mock.calls.length).toBeLessThanOrEqual(TAGS.length);
});

test('the pseudo-language is for the emulators', async () => {
  vi.stubEnv('FUNCTIONS_EMULATOR', undefined);
  expect((await get(`/?lang=${PSEUDO}`)).html.startsWith(opened('en'))).toBe(true);
});

test('search engines find each language of the front page, once there are several', async () => {
  const { html } = await get(`/?lang=${PSEUDO}`);
  expect(html).toMatch(new RegExp(`rel="canonical" href="[^"]*/\\?lang=${PSEUDO}"`));
  const alternates = [...html.matchAll(/hreflang="([^"]+)" href=/g)].map(([, tag]) => tag);
  expect(alternates).toEqual(LANGUAGES.length < 2 ? [] : [...LANGUAGES, 'x-default']);
});

describe('a manager’s page', () => {
  const about = { kind: 'about', text: 'Here.' } as const;

  test.each(TAGS)('is in %s when its profile is', async (tag) => {
    const { slug } = await someManager(cloud, { ...newProfile('Ada'), language: tag, sections: [about] });
    const { html } = await get(`/${slug}?lang=zz`);
    expect(html.startsWith(opened(tag))).toBe(true);
    expect(html).toContain('<main>');
    for (const sentence of [page[tag].noAccount, page[tag].noCookies, sections[tag].about]) expect(html).toContain(escaped(sentence));
    expect(html).toContain(tag === 'en' ? '<a href="/">' : `<a href="/?lang=${tag}">`);
    const embed = await get(`/${slug}/embed`);
    expect(embed.html.startsWith(opened(tag))).toBe(true);
    expect(embed.html).toContain(escaped(page[tag].saveCode));
    expect((await get(`/${slug}/llms.txt`)).html).toContain(`## ${inline(sections[tag].about)}`);
  });

  test.each([
    ['cs', '<main lang="cs">', '<div class="door" lang="en">'],
    ['fa', '<main lang="fa" dir="rtl">', '<div class="door" lang="en" dir="ltr">'],
  ])('in %s, which Foyer does not speak, marks the pieces of both languages', async (language, main, door) => {
    const { slug } = await someManager(cloud, { ...newProfile('Ada'), language, sections: [about] });
    const { html } = await get(`/${slug}`);
    expect(html.startsWith(opened('en'))).toBe(true);
    for (const piece of [main, door, 'id="about-title" dir="auto" lang="en"']) expect(html).toContain(piece);
  });
});
