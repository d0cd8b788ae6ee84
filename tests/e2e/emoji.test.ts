import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { deepTest, sampleOf } from '../support/sample.ts';
import { findings, STILL } from './axe.ts';
import { composer, message, row, signIn, signOut } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { DESK, PHONE, SIZES, someBrowser, useBrowserWithWorkers, visit } from './support.ts';
import { begin, bubble } from './visitor-page.ts';
import { watch } from './watch.ts';

useBrowserWithWorkers();

const LETTER = 'Shall we meet?';

async function opened(ada: PageOwner, viewport = DESK): Promise<Page> {
  const page = await (await someBrowser(viewport)).newPage();
  await signIn(page, ada);
  await row(page, LETTER).getByRole('link').click();
  await message(page, LETTER).waitFor();
  await page.getByRole('button', { name: 'Emoji' }).waitFor();
  return page;
}

const picker = (page: Page) => page.getByRole('dialog', { name: 'Emoji' });
const search = (page: Page) => picker(page).getByRole('combobox', { name: 'Search emoji' });
const option = (page: Page, name: string) => picker(page).getByRole('option', { name, exact: true });
const isFocused = (page: Page) => composer(page).evaluate((element) => element === document.activeElement);

test('an emoji is found by name, inserted at the caret, undone, and arrives', async () => {
  const ada = await managerWithPage();
  const visitor = await visit(`/${ada.slug}`);
  await begin(visitor, LETTER);
  const context = await someBrowser();
  const deeds = await watch(context);
  const loaded: string[] = [];
  context.on('response', (response) => loaded.push(response.url()));
  const page = await context.newPage();
  await signIn(page, ada);
  await row(page, LETTER).getByRole('link').click();
  await page.getByRole('button', { name: 'Emoji' }).waitFor();
  expect(loaded.filter((url) => /emoji/i.test(url))).toEqual([]);

  await composer(page).fill('Yes, gladly.');
  await composer(page).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(4, 4));
  await page.getByRole('button', { name: 'Emoji' }).click();
  await option(page, 'grinning face').waitFor();
  await search(page).fill('thumbs up');
  await page.keyboard.press('Enter');
  await expect.poll(() => picker(page).count()).toBe(0);
  expect(await composer(page).inputValue()).toBe('Yes,👍 gladly.');
  expect(await isFocused(page)).toBe(true);
  await page.keyboard.type('!');
  expect(await composer(page).inputValue()).toBe('Yes,👍! gladly.');
  await page.keyboard.press('Control+z');
  await expect.poll(() => composer(page).inputValue()).toBe('Yes,👍 gladly.');
  await page.keyboard.press('Control+z');
  await expect.poll(() => composer(page).inputValue()).toBe('Yes, gladly.');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => composer(page).inputValue()).toBe('Yes,👍 gladly.');
  await page.keyboard.press('Enter');
  await bubble(visitor, 'Yes,👍 gladly.').waitFor();
  expect(deeds).toEqual({ dialogs: [], foreign: [], violations: [] });
});

deepTest('the keys move through the emoji, and the choices are kept on the device until signing out', async () => {
  const ada = await managerWithPage();
  await begin(await visit(`/${ada.slug}`), LETTER);
  const page = await opened(ada);
  await composer(page).focus();
  await page.keyboard.press('Control+e');
  await option(page, 'grinning face').waitFor();
  expect(await search(page).evaluate((element) => element === document.activeElement)).toBe(true);
  const active = () => picker(page).locator('[aria-selected="true"]').getAttribute('aria-label');
  await page.keyboard.press('ArrowDown');
  await expect.poll(active).toBe('grinning face');
  await page.keyboard.press('ArrowRight');
  await expect.poll(active).toBe('grinning face with big eyes');
  await page.keyboard.press('ArrowDown');
  const below = await active();
  expect(below).not.toBe('grinning face with big eyes');
  await page.keyboard.press('ArrowUp');
  await expect.poll(active).toBe('grinning face with big eyes');
  await page.keyboard.press('Escape');
  await expect.poll(() => picker(page).count()).toBe(0);
  expect(await isFocused(page)).toBe(true);
  expect(await composer(page).inputValue()).toBe('');

  await page.getByRole('button', { name: 'Emoji' }).click();
  await picker(page).getByRole('combobox', { name: 'Skin tone' }).selectOption({ index: 3 });
  await search(page).fill('thumbs up');
  await option(page, 'thumbs up').click();
  expect(await composer(page).inputValue()).toBe('👍🏽');
  await page.reload();
  await page.getByRole('button', { name: 'Emoji' }).click();
  await picker(page).getByRole('group', { name: 'Recently used' }).getByText('👍🏽').click();
  await expect.poll(() => composer(page).inputValue()).toBe('👍🏽👍🏽');
  await page.getByRole('button', { name: 'Emoji' }).click();
  await search(page).fill('zzzz');
  await picker(page).getByText('No emoji found.').waitFor();
  await page.getByRole('log').click({ position: { x: 20, y: 20 } });
  await expect.poll(() => picker(page).count()).toBe(0);
  const kept = () => page.evaluate(() => localStorage.getItem('foyer:emoji'));
  expect(await kept()).toBe(JSON.stringify({ recent: ['👍'], tone: '🏽' }));
  await composer(page).fill('');
  await page.goto('/app/me');
  await signOut(page);
  expect(await kept()).toBeNull();
});

deepTest('emoji have names in the dashboard’s language, mirrored in Arabic', async () => {
  const ada = await managerWithPage();
  await begin(await visit(`/${ada.slug}`), LETTER);
  const page = await (await someBrowser(PHONE, { locale: 'ar' })).newPage();
  await page.goto('/app');
  await page.locator('input[type="email"]').fill(ada.email);
  await page.locator('input[type="password"]').fill(ada.password);
  await page.locator('form button[type="submit"]').first().click();
  await row(page, LETTER).getByRole('link').click();
  await page.getByRole('button', { name: 'الرموز التعبيرية' }).click();
  const found = page.getByRole('dialog', { name: 'الرموز التعبيرية' });
  const emoji = found.locator('[data-emoji]');
  await emoji.first().waitFor();
  expect(await emoji.first().getAttribute('aria-label')).toMatch(/\p{Script=Arabic}/u);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  const second = await emoji.nth(1).getAttribute('aria-label');
  await expect.poll(() => found.locator('[aria-selected="true"]').getAttribute('aria-label')).toBe(second);
});

deepTest('emoji that were opened once open without a connection', async () => {
  const ada = await managerWithPage();
  await begin(await visit(`/${ada.slug}`), LETTER);
  const page = await opened(ada, PHONE);
  // The page was opened at `/app`, which the worker doesn't control; after the reload it is at the conversation's address.
  const isKept = () => page.evaluate(async () => (await caches.match('/app/language')) !== undefined);
  await expect.poll(isKept).toBe(true);
  await page.reload();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await page.getByRole('button', { name: 'Emoji' }).click();
  await option(page, 'grinning face').waitFor();
  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole('button', { name: 'Emoji' }).click();
  await option(page, 'grinning face').click();
  expect(await composer(page).inputValue()).toBe('😀');
});

test.each(sampleOf(SIZES, [SIZES[0]]))('the emoji are accessible on %s', async (_, viewport) => {
  const ada = await managerWithPage();
  await begin(await visit(`/${ada.slug}`), LETTER);
  const page = await opened(ada, viewport);
  await page.emulateMedia(STILL);
  await page.getByRole('button', { name: 'Emoji' }).click();
  await option(page, 'grinning face').waitFor();
  // A check of all 1,870 takes minutes.
  await search(page).fill('hand');
  await page.keyboard.press('ArrowDown');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findings(page), colorScheme).toEqual([]);
  }
});
