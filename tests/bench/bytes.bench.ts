import { brotliCompressSync, constants } from 'node:zlib';
import { tables } from '@foyer/functions/db';
import { expect, test } from 'vitest';
import { EXAMPLES } from '../../scripts/examples/profiles.ts';
import { someBrowser, useBrowser } from '../e2e/support.ts';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { printReport, within } from './report.ts';

useBrowser();
printReport();

/** Brotli at its best, as Hosting's CDN sends it; the emulator sends everything bare. */
function weigh(bodies: readonly Buffer[]): number {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  return bodies.reduce((sum, body) => sum + brotliCompressSync(body, quality).byteLength, 0) / 1000;
}

test('the page, the first message and the live thread weigh little', async () => {
  const cloud = openTestCloud();
  const { slug, managerId } = await someManager(cloud);
  const rich = EXAMPLES[0]?.profile;
  if (!rich) throw new Error('There is no example profile.');
  await tables(await cloud.firestore())
    .manager(managerId)
    .update({ profile: rich });

  const page = await (await someBrowser()).newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    const type = response.request().resourceType();
    const isOurs = new URL(response.url()).pathname !== '/emulators.json' && ['document', 'script', 'stylesheet', 'font'].includes(type);
    if (isOurs) bodies.push(response.body());
  });
  await page.goto(`/${slug}`, { waitUntil: 'networkidle' });
  const untouched = await Promise.all(bodies);
  within('page: bytes before any interaction, pictures aside', weigh(untouched), 14, ' kB', `${untouched.length} files, a rich profile`);

  // The first send is held until everything that it needs is here.
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/api/conversations', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('textbox').first().fill('Good morning');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect.poll(() => page.getByText('Good morning').count()).toBeGreaterThan(0);
  await page.waitForLoadState('networkidle');
  const sending = await Promise.all(bodies);
  within('page: bytes until the visitor has sent', weigh(sending), 20, ' kB', `${sending.length} files`);

  letGo();
  const live = page.waitForRequest((request) => request.url().includes('/Listen/channel'));
  await live;
  await page.waitForTimeout(2000);
  const all = await Promise.all(bodies);
  within('thread: bytes until it is live', weigh(all), 155, ' kB', `${all.length} files`);
});
