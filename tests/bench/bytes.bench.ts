import { brotliCompressSync, constants } from 'node:zlib';
import { PRESETS } from '@foyer/domain/theme';
import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { EXAMPLES } from '../../tools/examples/profiles.ts';
import { someBrowser, useBrowser } from '../e2e/support.ts';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { fullProfile } from '../support/full-profile.ts';
import { printReport, within } from './report.ts';

useBrowser();
printReport();

/** Brotli at its best, as Hosting's CDN sends it; the emulator sends everything bare. */
function weigh(bodies: readonly Buffer[]): number {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  return bodies.reduce((sum, body) => sum + brotliCompressSync(body, quality).byteLength, 0) / 1000;
}

/** Everything of ours that a page loads from now on but pictures. The browser is in another zone than the page's hours, so their file is counted too. */
function watchBytes(page: Page): () => Promise<Buffer[]> {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    const type = response.request().resourceType();
    const isOurs = new URL(response.url()).pathname !== '/emulators.json' && ['document', 'script', 'stylesheet', 'font'].includes(type);
    if (!isOurs) return;
    const body = response.body();
    // One that comes after the last count fails when the page is closed. A count still fails with those that it waits for.
    body.catch(() => undefined);
    bodies.push(body);
  });
  return () => Promise.all(bodies);
}

/**
 * Writes and sends a first message. What the thread alone needs is held until the message leaves, which it does without; the message is
 * held until the thread is there. Returns what was loaded before each, and what lets the message go.
 */
async function beginToSend(page: Page, bytes: () => Promise<Buffer[]>) {
  const left = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  await page.route(/assets\/(thread-.*js|conversation-.*css)$/, async (route) => {
    await left.promise;
    await route.continue();
  });
  await page.route('**/api/conversations', async (route) => {
    left.resolve();
    await held.promise;
    await route.continue();
  });
  const thread = [page.waitForResponse(/assets\/thread-/), page.waitForResponse(/assets\/conversation-.*css/)];
  await page.getByRole('textbox').first().fill('Good morning');
  await page.getByRole('button', { name: 'Send' }).click();
  await left.promise;
  const needed = await bytes();
  await Promise.all(thread);
  return { needed, withThread: await bytes(), letGo: held.resolve };
}

test.each(PRESETS)('a full %s page and a first message from it weigh little', async (preset) => {
  const { slug } = await someManager(openTestCloud(), fullProfile(preset));
  const page = await (await someBrowser()).newPage();
  const bytes = watchBytes(page);
  await page.goto(`/${slug}`, { waitUntil: 'networkidle' });
  const untouched = await bytes();
  within(
    `page, ${preset}: before any interaction, pictures aside`,
    weigh(untouched),
    14,
    ' kB',
    `${untouched.length} files, a full profile`,
  );
  const { needed, withThread, letGo } = await beginToSend(page, bytes);
  letGo();
  const all = `${needed.length} files; ${weigh(withThread).toFixed(1)} kB with the thread's own`;
  within(`page, ${preset}: until the visitor has sent`, weigh(needed), 20, ' kB', all);
});

test('the live thread weighs little', async () => {
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
  within('thread: bytes until it is live', weigh(all), 155, ' kB', `${all.length} files, with the page`);
});

test('the API reference weighs no more than its viewer', async () => {
  const page = await (await someBrowser()).newPage();
  const bytes = watchBytes(page);
  await page.goto('/api/docs');
  await page.locator('.opblock').first().waitFor();
  const all = await bytes();
  within('API reference: page, viewer and stylesheets', weigh(all), 400, ' kB', `${all.length} files; loaded by no other page`);
});
