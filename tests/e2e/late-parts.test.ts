import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { putConversation } from '../support/conversation.ts';
import { dialog, row, signInWithForm } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { DESK, holdBack, someBrowser, useBrowserWithWorkers } from './support.ts';

useBrowserWithWorkers();

let ada: PageOwner;
beforeAll(async () => {
  ada = await managerWithPage();
  await putConversation(await openTestCloud().tables(), ada.uid, 'a'.padStart(32, '0'), { text: 'A letter.' });
});

/** Without a service worker, whose requests can't be held back. */
const newPage = async (): Promise<Page> => (await someBrowser(DESK, { serviceWorkers: 'block' })).newPage();

test('a dialog that opens before its file keeps the keys, and the focus returns to its row', async () => {
  const page = await newPage();
  const release = await holdBack(page, /assets\/dialogs-/);
  await signInWithForm(page, ada);
  const link = row(page, 'A letter.').getByRole('link');
  await link.focus();
  await page.keyboard.press('s');
  await page.getByRole('dialog', { name: 'Loading…' }).waitFor();
  await page.keyboard.press('3');
  await release();
  await page.getByRole('dialog', { name: 'Snooze' }).waitFor();
  expect(new URL(page.url()).search).toBe('');
  expect(await dialog(page).evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('the dialogs of acts are loaded after the inbox, and not by someone who signs in', async () => {
  const page = await newPage();
  const loaded: string[] = [];
  page.on('response', (response) => loaded.push(new URL(response.url()).pathname));
  const has = (name: string) => loaded.some((path) => path.startsWith(`/assets/${name}-`));
  await page.goto('/app');
  await page.getByLabel('Password').waitFor();
  expect([has('door-screens'), has('inbox'), has('firestore')]).toEqual([true, false, false]);
  await signInWithForm(page, ada);
  await expect.poll(() => has('dialogs')).toBe(true);
  expect(['keys-dialog', 'palette-dialog', 'recent-acts-dialog'].some(has)).toBe(false);
  loaded.length = 0;
  await page.reload();
  await row(page, 'A letter.').waitFor();
  expect([has('door-screens'), has('inbox'), has('firestore')]).toEqual([false, true, true]);
});

test('a file that is gone is followed by an offer to reload, which brings it', async () => {
  const page = await newPage();
  let isGone = true;
  await page.route(/assets\/(late-views|numbers-screen)-/, (route) => (isGone ? route.fulfill({ status: 404 }) : route.continue()));
  await signInWithForm(page, ada);
  await page.getByRole('button', { name: 'More lists' }).click();
  const offer = page.getByText('Part of Foyer couldn’t be loaded. Reload to use it. Nothing is lost.').locator('visible=true');
  await offer.first().waitFor();
  isGone = false;
  await page.getByRole('button', { name: 'Reload', exact: true }).locator('visible=true').first().click();
  await page.getByRole('link', { name: 'Stats' }).click();
  await page.getByRole('heading', { name: 'Stats', exact: true }).waitFor();
  expect(await offer.count()).toBe(0);
});
