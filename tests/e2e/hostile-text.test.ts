import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Profile } from '@foyer/domain/profile';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { putMessages } from '../support/accepted-texts.ts';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';
import { shown } from '../support/naughty-strings.ts';
import { sampleOf } from '../support/sample.ts';
import { row, signIn } from './dashboard.ts';
import { hostileProfiles, NAMES, PLAIN, putConversations, STORABLE, withPlain } from './hostile-conversation.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { DESK, someBrowser, useBrowser } from './support.ts';
import { begin, conversationId } from './visitor-page.ts';
import { bringAll, type Deeds, type Drawn, drawn, watch } from './watch.ts';

useBrowser();
const cloud = openTestCloud();
let ada: PageOwner;

const MESSAGES = withPlain(
  sampleOf(
    STORABLE,
    STORABLE.filter((_, index) => index % 6 === 0),
  ),
);

beforeAll(async () => {
  ada = await managerWithPage();
});

const NOTHING: Deeds = { dialogs: [], foreign: [], violations: [] };

/** A page in a watched browser. */
async function watched(viewport = DESK): Promise<{ page: Page; deeds: Deeds }> {
  const context = await someBrowser(viewport);
  const deeds = await watch(context);
  return { page: await context.newPage(), deeds };
}

/** Expects every message as it was written, as only text and safe links, and no plain message changed by its neighbours. */
function expectTexts(bubbles: Drawn[], texts: readonly string[]): void {
  expect(bubbles.map(({ text }) => text)).toEqual(texts);
  for (const { text, parts, isClipped } of bubbles) {
    expect(isClipped, `clipped: ${shown(text)}`).toBe(true);
    for (const { tag, href } of parts) {
      expect(tag, shown(text)).toBe('a');
      expect(href, shown(text)).toMatch(/^(?:https:\/\/|mailto:)/i);
    }
  }
  const plain = bubbles.filter(({ text }) => text === PLAIN);
  expect(plain.length).toBeGreaterThan(texts.length / 10);
  for (const look of new Set(plain.map((bubble) => bubble.look))) {
    const sizes = plain.filter((bubble) => bubble.look === look).map(({ width, height }) => `${width.toFixed(2)} x ${height.toFixed(2)}`);
    expect([...new Set(sizes)]).toHaveLength(1);
  }
}

/** A text as an HTML parser returns it: without NUL, and with one kind of line ending. */
const parsed = (text: string) => text.replaceAll('\0', '').replace(/\r\n?/g, '\n');

/** Opens a conversation with all of the texts, and `last` at the end, in a visitor's browser. Returns its id and all of its texts. */
async function hostileConversation(page: Page, last: string): Promise<{ id: string; texts: string[] }> {
  await page.goto(`/${ada.slug}`);
  await begin(page, last);
  const id = await conversationId(page);
  await putMessages(await cloud.firestore(), ada.uid, id ?? '', MESSAGES);
  return { id: id ?? '', texts: [...MESSAGES, last] };
}

describe('a conversation of hostile texts', () => {
  test('is only text on its visitor’s page', async () => {
    const { page, deeds } = await watched();
    const { texts } = await hostileConversation(page, 'The visitor looks at all of it');
    await page.reload();
    await bringAll(page, 'Older messages', '.bubble', texts.length);
    expectTexts(await drawn(page, '[role="log"] .bubble'), texts);
    expect(deeds).toEqual(NOTHING);
  });

  test('is only text in a copy opened from disk', async () => {
    const { page, deeds } = await watched();
    const { id, texts } = await hostileConversation(page, 'The visitor takes a copy of all of it');
    const file = join(emulators().runFolder, 'copy.html');
    await writeFile(file, await (await page.request.get(`/api/conversations/${id}/export?format=html`)).body());
    await page.goto(`file://${file}`);
    expect(await page.locator('script, img, svg, iframe, object, embed, form, link, base, video, audio, math').count()).toBe(0);
    expect(deeds).toEqual(NOTHING);
    expectTexts(await drawn(page, 'ol > li > p'), texts.map(parsed));
  });

  test('is only text in its manager’s dashboard', async () => {
    const visitor = await (await someBrowser()).newPage();
    const { texts } = await hostileConversation(visitor, 'The manager looks at all of it');
    const { page, deeds } = await watched();
    await signIn(page, ada);
    await row(page, 'The manager looks at all of it').first().click();
    const bubbles = '[role="log"] [dir="auto"]';
    await bringAll(page, 'Older messages', bubbles, texts.length);
    expectTexts(await drawn(page, bubbles), texts);
    expect(deeds).toEqual(NOTHING);
  });
});

test('shows hostile names as names in the inbox, threads and details, in rows of one height', async () => {
  const bea = await managerWithPage('Bea Lund');
  await putConversations(await cloud.firestore(), bea.uid, NAMES);
  // So tall that the list renders all its rows.
  const { page, deeds } = await watched({ width: 1920, height: 5200 });
  await signIn(page, bea);
  const rows = 'li[data-conversation]';
  await bringAll(page, 'Load more', rows, NAMES.length);
  const names = await drawn(page, `${rows} a > span:nth-child(2) > [dir="auto"]`);
  expect(names.map(({ text }) => text)).toEqual(NAMES);
  expect(new Set((await drawn(page, rows)).map(({ height, width, left }) => `${left} ${width} x ${height}`)).size).toBe(1);
  expect(await page.locator(`:is(${rows}) :is(script, img, iframe, form, object, style)`).count()).toBe(0);
  const details = page.getByRole('complementary', { name: 'About the visitor' });
  for (let index = 0; index < NAMES.length; index += 8) {
    await page.locator(rows).nth(index).click();
    if (index === 0) await page.getByRole('button', { name: 'About the visitor' }).click();
    await expect.poll(() => page.locator('header h2:not(#list-name) [dir="auto"]').textContent()).toBe(NAMES[index]);
    await expect.poll(() => details.locator('bdi').allTextContents()).toEqual([NAMES[index], NAMES[index]]);
  }
  expect(deeds).toEqual(NOTHING);
});

test('shows hostile profiles as pages of text, with only their own links', async () => {
  const { page, deeds } = await watched();
  const table = await cloud.tables();
  const profiles = hostileProfiles();
  expect(profiles.length).toBeGreaterThan(3);
  for (const profile of profiles) {
    const { slug, managerId } = await someManager(cloud);
    await table.manager(managerId).update({ profile });
    await page.goto(`/${slug}`);
    expect(await page.locator('h1').textContent()).toBe(profile.name);
    expect(await page.locator('.works h3').allTextContents()).toEqual(wordsOf(profile, 'projects'));
    expect(await page.locator('.links a').allTextContents()).toEqual(wordsOf(profile, 'links'));
    const tags = await page.locator('main *').evaluateAll((elements) => [...new Set(elements.map(({ localName }) => localName))]);
    expect(
      tags.filter((tag) => ['script', 'img', 'iframe', 'svg', 'object', 'embed', 'style', 'base', 'meta', 'link', 'math'].includes(tag)),
    ).toEqual([]);
    const hrefs = await page.locator('main a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs.filter((href) => !/^(?:https:\/\/works\.example\/|#|\/)/.test(href))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
  expect(deeds).toEqual(NOTHING);
});

/** The names of the items of one section, in order. */
function wordsOf({ sections }: Profile, kind: 'projects' | 'links'): string[] {
  return sections.flatMap((section) => {
    if (section.kind !== kind) return [];
    return section.kind === 'projects' ? section.items.map(({ title }) => title) : section.items.map(({ label }) => label);
  });
}
