import type { CDPSession } from 'playwright-core';
import { expect, test } from 'vitest';
import { signIn } from '../e2e/dashboard.ts';
import { someBrowser, useBrowser } from '../e2e/support.ts';
import { openTestCloud } from '../support/cloud.ts';
import { prepareArrivals } from './arriving.ts';
import { managerWith, rowsOf } from './filled.ts';
import { watchTasks } from './page-costs.ts';
import { median, printReport, reaches, within } from './report.ts';

useBrowser();
printReport();

const PER_SECOND = 60;
/** 600 with `FOYER_BENCH_FLOOD_SECONDS`, to see whether memory is steady for ten minutes. */
const SECONDS = Number(process.env.FOYER_BENCH_FLOOD_SECONDS ?? 60);
/** Before, memory still grows to what it needs. */
const LONG_SECONDS = 300;
const CONVERSATIONS = 400;
const SAMPLES = 12;

test('a flood of messages leaves the dashboard usable', async () => {
  const owner = await managerWith(openTestCloud(), CONVERSATIONS);
  const page = await (await someBrowser()).newPage();
  await prepareArrivals(page);
  await signIn(page, owner);
  await rowsOf(page).first().getByRole('link').click();
  const composer = page.getByRole('textbox', { name: 'Your reply' });
  await composer.fill('A reply');
  await page.waitForTimeout(3000);
  const open = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const session = await page.context().newCDPSession(page);
  const heap: number[] = [];
  let arrived = 0;
  let longestMs = 0;
  for (let sample = 0; sample < SAMPLES; sample++) {
    const longest = await watchTasks(page);
    const arriving = page.evaluate(([perSecond, ms, id]) => window.letArrive?.(perSecond, ms, id), [
      PER_SECOND,
      (SECONDS * 1000) / SAMPLES,
      open,
    ] as const);
    await composer.press('End');
    await page.keyboard.type(' goes on', { delay: 50 });
    arrived += (await arriving) ?? 0;
    longestMs = Math.max(longestMs, await longest());
    // Collecting garbage by force is a long task too.
    heap.push(await heapKb(session));
    await page.waitForTimeout(500);
  }
  const arrivedRows = rowsOf(page).filter({ hasText: /Message \d/ });
  await expect.poll(() => arrivedRows.count()).toBeGreaterThan(5);
  expect(await composer.inputValue()).toBe(`A reply${' goes on'.repeat(SAMPLES)}`);
  reaches('flood: messages a second', Math.round(arrived / SECONDS), PER_SECOND - 2, `for ${SECONDS} s, while a reply is typed`);
  if (SECONDS >= LONG_SECONDS) {
    const [early, late] = [median(heap.slice(3, 6)), median(heap.slice(-3))];
    within('flood: memory at the end / after a third', late / early, 1.2, '', heap.map((kb) => (kb / 1000).toFixed(1)).join(' '));
  }
  within('flood: longest task / 100 ms', longestMs / 100, 1, '', `${arrived} messages`);
});

/** What a page's script holds after its garbage was collected. */
async function heapKb(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize / 1000;
}
