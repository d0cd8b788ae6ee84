import { brotliCompressSync, constants } from 'node:zlib';
import { LANGUAGES } from '@foyer/domain/language';
import { PRESETS } from '@foyer/domain/theme';
import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { EXAMPLES } from '../../tools/examples/profiles.ts';
import { managerWithPage } from '../e2e/people.ts';
import { someBrowser, useBrowser } from '../e2e/support.ts';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { fullProfile } from '../support/full-profile.ts';
import { printReport, within } from './report.ts';

useBrowser();
printReport();

/** Brotli at its highest quality, as Hosting's CDN sends it; the emulator sends everything uncompressed. */
function weigh(bodies: readonly Buffer[]): number {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  return bodies.reduce((sum, body) => sum + brotliCompressSync(body, quality).byteLength, 0) / 1000;
}

/** Everything of ours loaded from now on, except pictures. Includes the file for hours: the browser's time zone isn't the page's. */
function watchBytes(page: Page, types: readonly string[] = ['document', 'script', 'stylesheet', 'font']): () => Promise<Buffer[]> {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    const type = response.request().resourceType();
    const isOurs = new URL(response.url()).pathname !== '/emulators.json' && types.includes(type);
    if (!isOurs) return;
    const body = response.body();
    // A response after the last count fails when the page is closed; a count still fails with its own.
    body.catch(() => undefined);
    bodies.push(body);
  });
  return () => Promise.all(bodies);
}

/**
 * Sends a first message. The thread's own files are delayed until the message is sent without them, and the message until they have loaded.
 * Returns what was loaded before each, and the function that releases the message.
 */
async function beginToSend(page: Page, bytes: () => Promise<Buffer[]>) {
  const left = Promise.withResolvers<void>();
  const needed = Promise.withResolvers<Buffer[]>();
  const held = Promise.withResolvers<void>();
  await page.route(/assets\/((thread|words)-.*js|conversation-.*css)$/, async (route) => {
    await left.promise;
    await route.continue();
  });
  await page.route('**/api/conversations', async (route) => {
    needed.resolve(bytes());
    left.resolve();
    await held.promise;
    await route.continue();
  });
  const thread = [page.waitForResponse(/assets\/thread-/), page.waitForResponse(/assets\/conversation-.*css/)];
  await page.getByRole('textbox').first().fill('Good morning');
  // The script is there: a press before would load one more small file.
  await page.locator('.keys').waitFor({ state: 'attached' });
  await page.locator('.composer [type=submit]').click();
  await Promise.all(thread);
  // The thread's words are there too when it is drawn.
  await page.locator('.thread .unseen').first().waitFor({ state: 'attached' });
  return { needed: await needed.promise, withThread: await bytes(), letGo: held.resolve };
}

test.each(PRESETS)('a full %s page and its first message stay within the byte budgets', async (preset) => {
  const { slug } = await someManager(openTestCloud(), fullProfile(preset));
  const page = await (await someBrowser()).newPage();
  const bytes = watchBytes(page);
  await page.goto(`/${slug}`, { waitUntil: 'networkidle' });
  const untouched = await bytes();
  within(
    `page, ${preset}: before any interaction, pictures aside`,
    weigh(untouched),
    10,
    ' kB',
    `${untouched.length} files, a full profile`,
  );
  const { needed, withThread, letGo } = await beginToSend(page, bytes);
  letGo();
  const all = `${needed.length} files; ${weigh(withThread).toFixed(1)} kB with the thread's own`;
  within(`page, ${preset}: until the visitor has sent`, weigh(needed), 15, ' kB', all);
});

/** The heaviest preset: every language must fit into the same bytes. */
const HEAVIEST = 'poster';

test.each(LANGUAGES)('a page, its first message and its live thread stay within the byte budgets in %s', async (language) => {
  const { slug } = await someManager(openTestCloud(), { ...fullProfile(HEAVIEST), language });
  const page = await (await someBrowser()).newPage();
  const bytes = watchBytes(page);
  await page.goto(`/${slug}`, { waitUntil: 'networkidle' });
  within(`${language}: page, ${HEAVIEST}, before any interaction`, weigh(await bytes()), 10, ' kB', 'a full profile');
  const { needed, letGo } = await beginToSend(page, bytes);
  within(`${language}: until the visitor has sent`, weigh(needed), 15, ' kB', `${needed.length} files`);
  const live = page.waitForRequest((request) => request.url().includes('/Listen/channel'));
  letGo();
  await live;
  await page.waitForTimeout(2000);
  within(`${language}: until the thread is live`, weigh(await bytes()), 125, ' kB', `${(await bytes()).length} files`);
});

/** What the dashboard loads when the inbox has been open for five seconds. */
const LATE_FILES = [/assets\/dialogs-/];

test.each(LANGUAGES)('the first load of a signed-in dashboard stays within the byte budget in %s', async (language) => {
  const ada = await managerWithPage();
  const browser = await someBrowser();
  const door = await browser.newPage();
  await door.goto('/app');
  await door.evaluate((tag) => localStorage.setItem('foyer:language', tag), language);
  await door.reload();
  await door.locator('input[type=email]').fill(ada.email);
  await door.locator('input[type=password]').fill(ada.password);
  await door.locator('form [type=submit]').click();
  await door.locator('nav:visible').first().waitFor();
  const page = await browser.newPage();
  const bytes = watchBytes(page, ['document', 'script', 'stylesheet']);
  const late = LATE_FILES.map((file) => page.waitForResponse(file));
  await page.goto('/app');
  await page.locator('nav:visible').first().waitFor();
  await page.waitForTimeout(2000);
  const all = await bytes();
  within(`${language}: dashboard, signed in`, weigh(all), 220, ' kB', `${all.length} files, without its typeface`);
  await Promise.all(late);
  // They load others.
  await page.waitForTimeout(2000);
  const more = await bytes();
  within(`${language}: the same with what it loads later`, weigh(more), 220, ' kB', `${more.length} files`);
});

test('the live thread stays within the byte budget', async () => {
  const rich = EXAMPLES[0]?.profile;
  if (!rich) throw new Error('There is no example profile.');
  const { slug } = await someManager(openTestCloud(), rich);
  const page = await (await someBrowser()).newPage();
  const bytes = watchBytes(page);
  await page.goto(`/${slug}`, { waitUntil: 'networkidle' });
  const { letGo } = await beginToSend(page, bytes);
  const live = page.waitForRequest((request) => request.url().includes('/Listen/channel'));
  letGo();
  await live;
  await page.waitForTimeout(2000);
  const all = await bytes();
  within('thread: bytes until it is live', weigh(all), 125, ' kB', `${all.length} files, with the page`);
});

test('the API reference stays within the byte budget', async () => {
  const page = await (await someBrowser()).newPage();
  const bytes = watchBytes(page);
  await page.goto('/api/docs');
  await page.locator('.opblock').first().waitFor();
  const all = await bytes();
  within('API reference: page, viewer and stylesheets', weigh(all), 400, ' kB', `${all.length} files; loaded by no other page`);
});
