import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signIn } from '../e2e/dashboard.ts';
import type { PageOwner } from '../e2e/people.ts';
import { someBrowser, useBrowser } from '../e2e/support.ts';
import { openTestCloud } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';
import { managerWith, rowsOf } from './filled.ts';
import { type AskedQuery, countDocumentsRead, countWrites, watchQueries, watchTasks } from './page-costs.ts';
import { median, printReport, reaches, tells, within } from './report.ts';

useBrowser();
printReport();

const FEW = 100;
/** More with `FOYER_BENCH_CONVERSATIONS`; three messages each. */
const MANY = Number(process.env.FOYER_BENCH_CONVERSATIONS ?? 10_000);
const PAIRS = 7;
const cloud = openTestCloud();

interface Opened {
  page: Page;
  openMs: number;
  reads: number;
  /** Of conversations, the inbox first. */
  queries: readonly AskedQuery[];
}

/** A browser that has never seen the inbox. */
async function open(owner: PageOwner): Promise<Opened> {
  const page = await (await someBrowser()).newPage();
  const read = await countDocumentsRead(page);
  const asked = watchQueries(page);
  await page.goto('/app');
  await page.getByLabel('Email').fill(owner.email);
  await page.getByLabel('Password').fill(owner.password);
  const start = performance.now();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await firstRow(page);
  const openMs = performance.now() - start;
  await page.waitForTimeout(1500);
  const queries = asked
    .filter(({ structuredQuery }) => JSON.stringify(structuredQuery).includes('"collectionId":"conversations"'))
    .sort((one, other) => Number(isInbox(other)) - Number(isInbox(one)));
  return { page, openMs, reads: await read('conversations'), queries };
}

const isInbox = ({ structuredQuery }: AskedQuery): boolean => JSON.stringify(structuredQuery).includes('"stringValue":"inbox"');

/** Looks at every frame. A locator looks every 500 ms after the first few times, which made one opening take 530 ms and the next 1,000. */
async function firstRow(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('li[data-conversation]'));
}

/** Milliseconds from a key to another list's first row. */
async function switched(page: Page, key: string, name: string): Promise<number> {
  const start = performance.now();
  await page.keyboard.press(key);
  await page.waitForFunction((name) => document.getElementById('list-name')?.textContent === name, name);
  await firstRow(page);
  return performance.now() - start;
}

/** The same for a list that was open before: the emulator's scan, which Firestore doesn't make, is no part of it. */
async function switchedAgain(page: Page): Promise<number> {
  await switched(page, '3', 'Archive');
  await page.waitForTimeout(1500);
  await switched(page, '1', 'Inbox');
  await page.waitForTimeout(1500);
  return switched(page, '3', 'Archive');
}

/**
 * Milliseconds until the emulator answers the first of `queries`, asked together as the page asks them. It reads every conversation for each
 * of them, which Firestore does not, so this time is no part of ours.
 */
async function bareMs(queries: readonly AskedQuery[]): Promise<number> {
  const { firestore } = emulators();
  const ask = async ({ parent, structuredQuery }: AskedQuery) => {
    const answer = await fetch(`http://${firestore.host}:${firestore.port}/v1/${parent}:runQuery`, {
      method: 'POST',
      headers: { authorization: 'Bearer owner' },
      body: JSON.stringify({ structuredQuery }),
    });
    expect(answer.status).toBe(200);
    await answer.arrayBuffer();
  };
  const times: number[] = [];
  for (let run = 0; run <= PAIRS; run++) {
    const start = performance.now();
    const [first, ...others] = queries.map(ask);
    await first;
    if (run > 0) times.push(performance.now() - start);
    await Promise.all(others);
  }
  return median(times);
}

test('an inbox of many conversations opens like one of few', async () => {
  const [few, many] = [await managerWith(cloud, FEW), await managerWith(cloud, MANY)];
  const opens: Record<'few' | 'many', Opened[]> = { few: [], many: [] };
  const switches: Record<'few' | 'many', number[]> = { few: [], many: [] };
  for (let pair = 0; pair <= PAIRS; pair++) {
    for (const [which, owner] of [
      ['few', few],
      ['many', many],
    ] as const) {
      const opened = await open(owner);
      // The first pair starts what is cold.
      if (pair > 0) {
        opens[which].push(opened);
        switches[which].push(await switchedAgain(opened.page));
      }
      await opened.page.context().close();
    }
  }
  reaches('inbox: conversations counted', Math.min(...opens.many.map(({ reads }) => reads)), 30, 'a whole page');
  within('inbox: conversations read to open it', Math.max(...opens.many.map(({ reads }) => reads)), 31, '', `${MANY} conversations`);
  const openMs = (which: 'few' | 'many') => median(opens[which].map((opened) => opened.openMs));
  const note = (one: number, other: number) => `${other.toFixed(0)} / ${one.toFixed(0)} ms, ${MANY} and ${FEW} conversations`;
  const [one, other] = [median(switches.few), median(switches.many)];
  within('inbox: switch to the archive again with many / with few', other / one, 1.2, '', note(one, other));
  const bareOf = (which: 'few' | 'many') => bareMs(opens[which].at(-1)?.queries ?? []);
  const [bareFew, bareMany] = [await bareOf('few'), await bareOf('many')];
  const [wholeFew, wholeMany] = [openMs('few'), openMs('many')];
  tells('inbox: open with many / with few', wholeMany / wholeFew, note(wholeFew, wholeMany));
  const scan = `the scan ${bareMany.toFixed(0)} / ${bareFew.toFixed(0)} ms`;
  // Where the scan is all of the time, what is left is noise, and the documents read above are the budget.
  if (bareMany > 0.9 * wholeMany) tells('inbox: of that, the emulator’s scan', bareMany / wholeMany, scan);
  else {
    const [openFew, openMany] = [wholeFew - bareFew, wholeMany - bareMany];
    within(
      'inbox: open with many / with few, without the emulator’s scan',
      openMany / openFew,
      1.2,
      '',
      `${note(openFew, openMany)}; ${scan}`,
    );
  }
});

test('a reply costs two writes', async () => {
  const owner = await managerWith(cloud, FEW);
  const { page } = await open(owner);
  const read = await countDocumentsRead(page);
  await page.reload();
  await rowsOf(page).first().getByRole('link').click();
  const composer = page.getByRole('textbox', { name: 'Your reply' });
  await composer.fill('Thank you');
  await page.waitForTimeout(3000);
  const messagesBefore = await read('messages');
  reaches('messages counted when a thread opens', messagesBefore, 1, 'else the count below means nothing');
  const replyWrites = countWrites(page);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('log').getByText('Thank you', { exact: true }).waitFor();
  await page.waitForTimeout(3000);
  // Its own message comes back to the live list of messages, which is not billed as a query: one document.
  within(
    'reply: documents written',
    replyWrites('messages', 'conversations'),
    2,
    '',
    'its message and its conversation; marks of presence come besides',
  );
  within('reply: messages read besides itself', (await read('messages')) - messagesBefore, 1, '', 'its own, heard live');
});

/** Without counting reads: parsing the stream a second time would take time in the page. */
test('archiving five hundred keeps the dashboard usable', async () => {
  const owner = await managerWith(cloud, 6000);
  const page = await (await someBrowser()).newPage();
  await signIn(page, owner);
  await rowsOf(page).first().getByRole('link').focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Select all, up to 500' }).click();
  const selectedNow = async () => Number.parseInt((await page.getByRole('toolbar').textContent()) ?? '', 10);
  await expect.poll(selectedNow, { timeout: 120_000 }).toBe(500);
  await page.waitForTimeout(3000);
  const writes = countWrites(page);
  const longest = await watchTasks(page);
  await page.keyboard.press('e');
  // The emulator stores slowly: it sends every list again after each commit.
  await expect.poll(() => writes('conversations'), { timeout: 280_000, interval: 1000 }).toBeGreaterThanOrEqual(500);
  await page.waitForTimeout(3000);
  within('bulk act: documents written', writes('conversations'), 500, '', '500 conversations archived');
  within('bulk act: longest task / 100 ms', (await longest()) / 100, 1, '', '500 conversations archived');
});
