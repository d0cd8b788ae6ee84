import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { withoutTriggers } from '../../tools/emulators/running.ts';
import { fillInbox } from '../../tools/generator/fill.ts';
import { managerWithPage, type PageOwner } from '../e2e/people.ts';
import { someBrowser, useBrowser } from '../e2e/support.ts';
import { openTestCloud } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';
import { countDocumentsRead, countWrites, watchTasks } from './page-costs.ts';
import { median, printReport, reaches, within } from './report.ts';

useBrowser();
printReport();

const FEW = 100;
/** More with `FOYER_BENCH_CONVERSATIONS`; three messages each. */
const MANY = Number(process.env.FOYER_BENCH_CONVERSATIONS ?? 10_000);
const PAIRS = 7;
const cloud = openTestCloud();

async function managerWith(conversations: number): Promise<PageOwner> {
  const owner = await managerWithPage();
  const db = await cloud.firestore();
  const filling = { managerId: owner.uid, conversations, messages: 3 * conversations, seed: 1, nowMs: Date.now(), years: 3 };
  await withoutTriggers(emulators().hub, () => fillInbox(db, filling));
  return owner;
}

interface Opened {
  page: Page;
  openMs: number;
  reads: number;
}

/** A browser that has never seen the inbox. */
async function open(owner: PageOwner): Promise<Opened> {
  const page = await (await someBrowser()).newPage();
  const read = await countDocumentsRead(page);
  await page.goto('/app');
  await page.getByLabel('Email').fill(owner.email);
  await page.getByLabel('Password').fill(owner.password);
  const start = performance.now();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await rowsOf(page).first().waitFor();
  const openMs = performance.now() - start;
  await page.waitForTimeout(1500);
  return { page, openMs, reads: await read('conversations') };
}

const rowsOf = (page: Page) => page.locator('li[data-conversation]');

/** Milliseconds from a key to another list's first row. */
async function switched(page: Page, key: string, name: string): Promise<number> {
  const start = performance.now();
  await page.keyboard.press(key);
  await page.getByRole('heading', { name, exact: true }).waitFor();
  await rowsOf(page).first().waitFor();
  return performance.now() - start;
}

/** Milliseconds of a list's query alone. */
async function bareMs({ uid }: PageOwner, status: 'open' | 'archived'): Promise<number> {
  const list = (await cloud.tables()).conversations(uid).where('tray', '==', 'inbox').where('status', '==', status);
  const times: number[] = [];
  for (let run = 0; run <= PAIRS; run++) {
    const start = performance.now();
    await list.orderBy('lastMessage.at', 'desc').limit(30).get();
    if (run > 0) times.push(performance.now() - start);
  }
  return median(times);
}

test('an inbox of many conversations opens like one of few', async () => {
  const [few, many] = [await managerWith(FEW), await managerWith(MANY)];
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
        switches[which].push(await switched(opened.page, '3', 'Archive'));
      }
      await opened.page.context().close();
    }
  }
  reaches('inbox: conversations counted', Math.min(...opens.many.map(({ reads }) => reads)), 30, 'a whole page');
  within('inbox: conversations read to open it', Math.max(...opens.many.map(({ reads }) => reads)), 31, '', `${MANY} conversations`);
  const openMs = (which: 'few' | 'many') => median(opens[which].map((opened) => opened.openMs));
  const note = (one: number, other: number) => `${other.toFixed(0)} / ${one.toFixed(0)} ms, ${MANY} and ${FEW} conversations`;
  // The emulator reads every conversation for a list, which Firestore does not: the time of its bare query is no part of ours.
  const [openFew, openMany] = [openMs('few') - (await bareMs(few, 'open')), openMs('many') - (await bareMs(many, 'open'))];
  within('inbox: open with many / with few, without the emulator’s scan', openMany / openFew, 1.2, '', note(openFew, openMany));
  const [one, other] = [median(switches.few) - (await bareMs(few, 'archived')), median(switches.many) - (await bareMs(many, 'archived'))];
  within('inbox: switch to the archive with many / with few, without it', other / one, 1.2, '', note(one, other));
});

test('a reply, a bulk act and a flood cost what they must', async () => {
  const owner = await managerWith(600);
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

  await page.goto('/app?view=archive');
  await rowsOf(page).first().waitFor();
  await rowsOf(page).first().getByRole('link').focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Select all, up to 500' }).click();
  await page
    .getByRole('status')
    .getByText(/^\d+ conversations selected$/)
    .waitFor();
  const selected = Number.parseInt((await page.getByRole('toolbar').textContent()) ?? '', 10);
  const bulkWrites = countWrites(page);
  const longest = await watchTasks(page);
  await page.keyboard.press('e');
  await page
    .getByRole('status')
    .getByText(/^Moved|^Unarchived|^Archived/)
    .first()
    .waitFor();
  await page.waitForTimeout(3000);
  within('bulk act: documents written', bulkWrites('conversations'), selected, '', `${selected} conversations`);
  within('bulk act: longest task / 100 ms', (await longest()) / 100, 1, '', `${selected} conversations`);
});
