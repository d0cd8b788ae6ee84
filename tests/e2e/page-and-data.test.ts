import { readFile } from 'node:fs/promises';
import { endPause, pausePage } from '@foyer/functions/managers/pause-page';
import { takeOffline } from '@foyer/functions/managers/take-offline';
import { nanoid } from 'nanoid';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';
import { newCode, Visitor } from '../support/visitor.ts';
import { findings } from './axe.ts';
import { signIn } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { APPEARS_MS, DESK, PHONE, someBrowser, useBrowser, visit } from './support.ts';
import { begin, box, bubble, enterCode, isLive } from './visitor-page.ts';

useBrowser();
const cloud = openTestCloud();
const { hosting } = emulators();
const backOn = new Date(Date.now() + 40 * 24 * 3600_000).toISOString().slice(0, 10);
const PAUSE = { sentence: 'At sea until the sale.', backOn, timeZone: 'Europe/Berlin' };

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function openData(ada: PageOwner, viewport = DESK): Promise<Page> {
  const page = await (await someBrowser(viewport)).newPage();
  await signIn(page, ada);
  await page.goto('/app/settings#data');
  await page.getByRole('heading', { name: 'Pause new messages' }).waitFor();
  return page;
}

/** Starts a conversation without the page, which would then be cached as it was. Returns its code. */
async function writeTo({ slug }: PageOwner, text: string): Promise<string> {
  const code = newCode();
  const visitor = new Visitor((path, init) => fetch(hosting + path, init), hosting);
  expect((await visitor.start(slug, { code, text, name: 'Mina', messageId: nanoid() })).status).toBe(200);
  return code;
}

test('a manager pauses new messages; new visitors and people in a conversation are told', async () => {
  const ada = await managerWithPage();
  const code = await writeTo(ada, 'Good morning');
  const dashboard = await openData(ada);
  await dashboard.getByLabel('Your sentence').fill(PAUSE.sentence);
  await dashboard.getByLabel('Back on').fill(backOn);
  await button(dashboard, 'Pause').click();
  await dashboard.getByText(/^Paused until/).waitFor();
  expect(await findings(dashboard)).toEqual([]);

  const stranger = await visit(`/${ada.slug}`);
  await stranger.getByText(PAUSE.sentence).waitFor();
  expect(await box(stranger).count()).toBe(0);
  expect(await button(stranger, 'Send').count()).toBe(0);
  expect(await findings(stranger)).toEqual([]);

  const page = await visit(`/${ada.slug}#resume=${code}`, PHONE);
  await button(page, 'Continue').click();
  await bubble(page, 'Good morning').waitFor();
  const notice = page.getByRole('status').filter({ hasText: PAUSE.sentence });
  await notice.waitFor();
  expect(await notice.textContent()).toContain('You can still read, download or delete this conversation.');
  expect(await page.getByText(PAUSE.sentence).locator('visible=true').count()).toBe(1);
  expect(await findings(page)).toEqual([]);

  await button(dashboard, 'End the pause').click();
  await button(dashboard, 'Pause').waitFor();
});

test('an open conversation tells of a pause, its end and an offline page, without a reload', async () => {
  const ada = await managerWithPage();
  const page = await visit(`/${ada.slug}`);
  await begin(page, 'Good morning');
  await isLive(page);
  await pausePage(cloud, ada.uid, { ...PAUSE, backOn: null });
  await page.getByRole('status').filter({ hasText: PAUSE.sentence }).waitFor();
  await box(page).waitFor({ state: 'hidden' });
  await endPause(cloud, ada.uid);
  await box(page).waitFor();
  await takeOffline(cloud, ada.uid);
  await page.getByRole('status').filter({ hasText: 'offline' }).waitFor();
  await box(page).waitFor({ state: 'hidden' });
});

test('someone who came back during a pause can write when it ends, without a reload', async () => {
  const ada = await managerWithPage();
  const code = await writeTo(ada, 'Good morning');
  await pausePage(cloud, ada.uid, PAUSE);
  const page = await visit(`/${ada.slug}#resume=${code}`, PHONE);
  await button(page, 'Continue').click();
  await page.getByRole('status').filter({ hasText: PAUSE.sentence }).waitFor();
  await isLive(page);
  await endPause(cloud, ada.uid);
  await box(page).waitFor();
  expect(await page.getByText(PAUSE.sentence).count()).toBe(0);
  await box(page).fill('And now?');
  await button(page, 'Send').click();
  await bubble(page, 'And now?').waitFor();
});

test('someone who is writing when the pause begins gets their text back, with the reason', async () => {
  const ada = await managerWithPage();
  const page = await visit(`/${ada.slug}`);
  await box(page).fill('Are you there?');
  await pausePage(cloud, ada.uid, PAUSE);
  // The API knows the page from before for half a minute.
  await expect
    .poll(async () => (await new Visitor((path, init) => fetch(hosting + path, init), hosting).start(ada.slug)).status, {
      timeout: APPEARS_MS,
      interval: 2000,
    })
    .toBe(403);
  await button(page, 'Send').click();
  await page.getByRole('status').filter({ hasText: 'New messages are paused here until' }).waitFor();
  expect(await box(page).inputValue()).toBe('Are you there?');
});

test('a page is offline; a code still opens the conversation, to read, copy and delete it', async () => {
  const ada = await managerWithPage();
  const code = await writeTo(ada, 'Good morning');
  const dashboard = await openData(ada, PHONE);
  await button(dashboard, 'Take offline').click();
  await dashboard.getByText('Your page is offline.').waitFor();

  const page = await (await someBrowser(PHONE)).newPage();
  expect((await page.goto(`/${ada.slug}`))?.status()).toBe(404);
  await enterCode(page);
  await page.getByRole('textbox').fill(code);
  await button(page, 'Continue').click();
  await bubble(page, 'Good morning').waitFor();
  // Another instance of the function knows the page from before for half a minute.
  const isTold = async () => {
    const isShown = (await page.getByText('This page is offline.').count()) > 0;
    if (!isShown) await page.reload();
    return isShown;
  };
  await expect.poll(isTold, { timeout: APPEARS_MS, interval: 2000 }).toBe(true);
  expect(await findings(page)).toEqual([]);

  // The address shows this browser the way back, and no other, not even one with a conversation elsewhere.
  const back = (shown: Page) => shown.getByRole('link', { name: 'Back to the conversation' });
  // A server that is busy at first is asked again.
  await page.route('**/api/forms/conversations*', (route) => route.fulfill({ status: 429 }), { times: 1 });
  expect((await page.goto(`/${ada.slug}`))?.status()).toBe(404);
  await back(page).click();
  await bubble(page, 'Good morning').waitFor();
  const stranger = await (await someBrowser(PHONE)).newPage();
  await stranger.goto('/resume');
  await stranger.evaluate(() => localStorage.setItem('foyer:someone', '{}'));
  const answer = async () => {
    const answered = stranger.waitForResponse(/conversations\?slug=/);
    await stranger.goto(`/${ada.slug}`);
    return (await answered).status();
  };
  // As above, another instance may know the page from before.
  await expect.poll(answer, { timeout: APPEARS_MS, interval: 2000 }).toBe(404);
  await stranger.getByRole('link', { name: 'I have a code' }).waitFor();
  expect(await back(stranger).count()).toBe(0);
  await button(dashboard, 'Put back online').click();
  await button(dashboard, 'Take offline').waitFor();
});

test('everything is exported as one archive', async () => {
  const ada = await managerWithPage();
  await writeTo(ada, 'Good morning');
  await writeTo(ada, 'Good evening');
  const page = await openData(ada);
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Export').click()]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`^foyer-${ada.slug}-\\d{4}-\\d\\d-\\d\\d\\.zip$`));
  const text = (await readFile(await download.path())).toString('utf8');
  expect(text).toMatch(/"isComplete": true,\s+"counts": \{\s+"conversations": 2,\s+"messages": 2,/);
  expect(text).toContain('Good morning');
  expect(text).toContain('Good evening');
  await page.getByText('Conversations: 2. Messages: 2.').waitFor();
});

test('an export waits for a lost connection, and can be cancelled without a trace', async () => {
  const ada = await managerWithPage();
  await writeTo(ada, 'Good morning');
  const page = await openData(ada);
  await page.context().route(/documents/, (route) => route.abort('internetdisconnected'));
  await button(page, 'Export').click();
  await page.getByText('The export continues when you’re back online.').waitFor();
  await button(page, 'Cancel').click();
  await button(page, 'Export').waitFor();
  await button(page, 'Export').click();
  await page.getByText('The export continues when you’re back online.').waitFor();
  const saved = page.waitForEvent('download');
  await page.context().unroute(/documents/);
  expect((await saved).suggestedFilename()).toContain(ada.slug);
});

test('a manager deletes their account with their password, and changes their mind', async () => {
  const ada = await managerWithPage();
  const page = await openData(ada, PHONE);
  await button(page, 'Delete account…').click();
  const dialog = page.getByRole('dialog', { name: 'Delete your account?' });
  await dialog.getByLabel('Your password').fill('not the password');
  await dialog.getByRole('button', { name: 'Delete account' }).click();
  await dialog.getByRole('alert').filter({ hasText: /\w/ }).waitFor();
  // The password restarts the listeners, and one that restarts during the change may miss it: the screen doesn't wait for it.
  await page.route(/Listen\/channel/, (route) => route.abort());
  await dialog.getByLabel('Your password').fill(ada.password);
  await dialog.getByRole('button', { name: 'Delete account' }).click();
  await page.getByRole('heading', { name: /^Your account will be deleted on/ }).waitFor();
  expect(await findings(page)).toEqual([]);
  await page.unroute(/Listen\/channel/);
  await page.goto('/app');
  await page.getByRole('heading', { name: /^Your account will be deleted on/ }).waitFor();
  await button(page, 'Export').waitFor();
  await button(page, 'Sign out').waitFor();
  expect(await page.locator('nav').count()).toBe(0);
  await button(page, 'Undo, keep my account').click();
  await page.locator('nav[aria-label="Views"]:visible').first().waitFor();
});
