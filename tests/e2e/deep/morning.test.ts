import { Timestamp } from '@google-cloud/firestore';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openTestCloud } from '../../support/cloud.ts';
import { putConversation } from '../../support/conversation.ts';
import { row, signIn } from '../dashboard.ts';
import { idOf, nameOf } from '../filled-inbox.ts';
import { managerWithPage, type PageOwner } from '../people.ts';
import { APPEARS_MS, DESK, PHONE, someBrowser, useBrowser } from '../support.ts';
import { longPress } from '../touch.ts';

useBrowser();
const cloud = openTestCloud();
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: APPEARS_MS });

/** The letters of a morning: five to answer, two to snooze, ten to file, and one from last spring that is in the archive. */
const LETTERS = 17;
const SPRING = 99;
const SPRING_MS = 210 * 24 * 3600_000;

async function morning(language: 'en' | 'ar', viewport = DESK) {
  const ada = await managerWithPage();
  const table = await cloud.tables();
  const place = (index: number, text: string, agoMs: number, status: 'open' | 'archived' = 'open') =>
    putConversation(table, ada.uid, idOf(index), {
      text,
      at: Timestamp.fromMillis(Date.now() - agoMs),
      traits: { visitor: { name: nameOf(index), locale: 'en' }, status, unread: status === 'open' ? 1 : 0 },
    });
  await Promise.all(Array.from({ length: LETTERS }, (_, index) => place(index, `Letter ${index}.`, (index + 1) * 60_000)));
  await place(SPRING, 'We spoke about the hydrangea border.', SPRING_MS, 'archived');
  const context = await someBrowser(viewport, { reducedMotion: 'reduce', hasTouch: viewport === PHONE, isMobile: viewport === PHONE });
  const page = await context.newPage();
  await signIn(page, ada);
  await row(page, `Letter ${LETTERS - 1}.`).waitFor();
  if (language !== 'en') {
    await page.evaluate((tag) => localStorage.setItem('foyer:language', tag), language);
    await page.reload();
    await row(page, `Letter ${LETTERS - 1}.`).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
  }
  return { ada, page };
}

const stored = async ({ uid }: PageOwner, index: number) => (await (await cloud.tables()).conversation(uid, idOf(index)).get()).data();
const opened = (page: Page, index: number) => page.locator('header h2', { hasText: nameOf(index) }).waitFor();

/** All letters are where the tasks put them. */
async function isDone(ada: PageOwner): Promise<void> {
  for (let index = 0; index < 5; index++) await eventually(async () => (await stored(ada, index))?.status).toBe('archived');
  for (const index of [5, 6]) await eventually(async () => (await stored(ada, index))?.status).toBe('snoozed');
  for (let index = 7; index < LETTERS; index++) {
    await eventually(async () => {
      const { status, labels } = (await stored(ada, index)) ?? {};
      return [status, labels?.length];
    }).toEqual(['archived', 1]);
  }
}

/** Counts keys by task, without the letters of texts. */
function counting(page: Page) {
  const keys: Record<string, number> = {};
  let task = '';
  return {
    keys,
    begin(name: string) {
      task = name;
      keys[task] = 0;
    },
    async press(key: string) {
      keys[task] = (keys[task] ?? 0) + 1;
      await page.keyboard.press(key);
    },
  };
}

test.each(['en', 'ar'] as const)('a morning’s letters take few keys: %s', async (language) => {
  const { ada, page } = await morning(language);
  const { keys, begin, press } = counting(page);

  begin('answer five');
  await press('j');
  await press('Enter');
  for (let index = 0; index < 5; index++) {
    await opened(page, index);
    await press('r');
    await eventually(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.type('Thank you, I will call you.');
    await press('Control+Enter');
  }

  begin('snooze two');
  for (const index of [5, 6]) {
    await opened(page, index);
    await press('s');
    await page.locator('dialog[open] button').first().waitFor();
    await press('3');
  }

  begin('find one from last spring');
  await opened(page, 7);
  await press('/');
  await page.getByRole('searchbox').or(page.getByRole('combobox')).first().waitFor();
  await page.keyboard.type('hydrangea');
  await page.locator('a[data-result]').first().waitFor();
  await press('Enter');
  await press('Enter');
  await page.getByRole('log').getByText('hydrangea border').waitFor();
  await press('1');
  await row(page, 'Letter 7.').waitFor();

  begin('label and archive ten');
  await press('j');
  await press('x');
  for (let more = 0; more < 9; more++) await press('Shift+ArrowDown');
  await eventually(() => page.locator('li[data-conversation] input:checked').count()).toBe(10);
  await press('l');
  await page.locator('dialog[open] input').first().waitFor();
  await page.keyboard.type('Spring');
  await press('Enter');
  await page.locator('dialog[open] input[type="checkbox"]:checked').waitFor();
  await press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await press('e');

  await isDone(ada);
  expect(keys).toEqual({ 'answer five': 12, 'snooze two': 4, 'find one from last spring': 4, 'label and archive ten': 15 });
});

test('a morning’s letters take few taps on a phone', async () => {
  const { ada, page } = await morning('en', PHONE);
  const taps: Record<string, number> = {};
  let task = '';
  const tap = async (place: Locator) => {
    taps[task] = (taps[task] ?? 0) + 1;
    await place.tap();
  };
  const button = (name: string, within: Page | Locator = page) =>
    within.getByRole('button', { name, exact: true }).filter({ visible: true }).first();
  const link = (index: number) => row(page, nameOf(index)).getByRole('link');
  const press = async (index: number) => {
    taps[task] = (taps[task] ?? 0) + 1;
    await longPress(page, link(index), '1 conversation selected');
  };
  const bar = page.getByRole('toolbar', { name: 'Actions for selected conversations' });

  task = 'answer five';
  for (let index = 0; index < 5; index++) {
    await tap(link(index));
    await tap(page.getByRole('textbox', { name: 'Your reply' }));
    await page.keyboard.type('Thank you, I will call you.');
    await tap(button('Send'));
    await page.getByRole('log').getByText('Thank you, I will call you.').waitFor();
    await tap(button('Archive'));
    await row(page, nameOf(index)).waitFor({ state: 'detached' });
  }

  task = 'snooze two';
  await press(5);
  await tap(link(6));
  await tap(button('Snooze', bar));
  await tap(page.locator('dialog[open]').getByRole('button', { name: /^Tomorrow/ }));
  await row(page, nameOf(6)).waitFor({ state: 'detached' });

  task = 'find one from last spring';
  await tap(page.getByRole('link', { name: 'Search' }));
  await page.getByRole('searchbox').or(page.getByRole('combobox')).first().waitFor();
  await page.keyboard.type('hydrangea');
  await tap(page.locator('a[data-result]').first());
  await page.getByRole('log').getByText('hydrangea border').waitFor();
  await page.goto('/app');

  task = 'label and archive ten';
  await press(7);
  for (let index = 8; index < LETTERS; index++) await tap(link(index));
  await tap(button('More', bar));
  await tap(page.getByRole('menuitem', { name: /^Label/ }));
  await page.locator('dialog[open] input').first().waitFor();
  await page.keyboard.type('Spring');
  await tap(page.getByRole('button', { name: 'Create “Spring”' }));
  await page.locator('dialog[open] input[type="checkbox"]:checked').waitFor();
  await tap(button('Close', page.locator('dialog[open]')));
  await tap(button('Archive', bar));

  await isDone(ada);
  expect(taps).toEqual({ 'answer five': 20, 'snooze two': 4, 'find one from last spring': 2, 'label and archive ten': 15 });
});
