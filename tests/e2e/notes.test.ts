import { paths } from '@foyer/domain/paths';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { findings, STILL } from './axe.ts';
import { composer, message, reply, row, signIn } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { DESK, PHONE, someBrowser, useBrowser, visit } from './support.ts';
import { begin, bubble, write } from './visitor-page.ts';

useBrowser();
const cloud = openTestCloud();

const field = (page: Page) => page.getByRole('textbox', { name: 'Your note' });
const mode = (page: Page, name: 'Reply' | 'Note') => page.getByRole('group', { name: 'What you write' }).getByRole('button', { name });
const note = (page: Page, text: string) => page.getByRole('note').filter({ hasText: text });

async function opened(ada: PageOwner, text: string, viewport = DESK): Promise<Page> {
  const page = await (await someBrowser(viewport)).newPage();
  await signIn(page, ada);
  await row(page, text).getByRole('link').click();
  await message(page, text).waitFor();
  await mode(page, 'Note').waitFor();
  return page;
}

async function stored({ uid }: PageOwner): Promise<string[]> {
  const db = await cloud.firestore();
  const [conversation] = (await db.collection(paths.conversations(uid)).get()).docs;
  const { docs } = await db.collection(paths.notes(uid, conversation?.id ?? '')).get();
  return docs.map((found) => found.data().text as string).sort();
}

test('a note is written apart from the reply, shown in its place, changed, and deleted with undo', async () => {
  const ada = await managerWithPage();
  const visitor = await visit(`/${ada.slug}`);
  await begin(visitor, 'Shall we meet?');
  const page = await opened(ada, 'Shall we meet?');
  await page.emulateMedia(STILL);

  // Both drafts stay in their own fields.
  await composer(page).fill('On Monday at');
  await mode(page, 'Note').click();
  await expect.poll(() => field(page).evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await field(page).inputValue()).toBe('');
  expect(await page.getByRole('button', { name: 'Send', exact: true }).count()).toBe(0);
  await field(page).fill('Met in Porto');
  await mode(page, 'Reply').click();
  expect(await composer(page).inputValue()).toBe('On Monday at');
  await page.reload();
  await mode(page, 'Note').waitFor();
  expect(await composer(page).inputValue()).toBe('On Monday at');
  await page.getByRole('log').focus();
  await page.keyboard.press('Shift+N');
  await expect.poll(() => field(page).inputValue()).toBe('Met in Porto');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findings(page), colorScheme).toEqual([]);
  }
  await page.getByRole('button', { name: 'Save note' }).click();
  await note(page, 'Met in Porto').waitFor();
  await expect.poll(() => stored(ada)).toEqual(['Met in Porto']);
  await expect.poll(() => field(page).inputValue()).toBe('');

  // In time order, and in the list nothing of it.
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await expect.poll(() => composer(page).inputValue()).toBe('On Monday at');
  await reply(page, 'On Monday at ten.');
  await message(page, 'On Monday at ten.').waitFor();
  const order = () => page.getByRole('log').locator('[data-message], [data-note]').allTextContents();
  await expect.poll(async () => (await order()).map((text) => /meet|Porto|ten/.exec(text)?.[0])).toEqual(['meet', 'Porto', 'ten']);
  await row(page, 'On Monday at ten.').waitFor();
  expect(await findings(page)).toEqual([]);

  await page.getByRole('button', { name: 'Edit note' }).click();
  await expect.poll(() => field(page).inputValue()).toBe('Met in Porto');
  await field(page).fill('Met in Lisbon');
  await page.getByRole('button', { name: 'Save note' }).click();
  await expect.poll(() => stored(ada)).toEqual(['Met in Lisbon']);
  await page.getByRole('button', { name: 'Delete note' }).click();
  await expect.poll(() => stored(ada)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => stored(ada)).toEqual(['Met in Lisbon']);
  await expect.poll(async () => (await order()).map((text) => /meet|Lisbon|ten/.exec(text)?.[0])).toEqual(['meet', 'Lisbon', 'ten']);

  await bubble(visitor, 'On Monday at ten.').waitFor();
  expect(await visitor.content()).not.toMatch(/Porto|Lisbon/);
});

test('notes wait offline, reach another device, and stay in their own field on a phone', async () => {
  const ada = await managerWithPage();
  const visitor = await visit(`/${ada.slug}`);
  await begin(visitor, 'A first letter');
  const [page, phone] = [await opened(ada, 'A first letter'), await opened(ada, 'A first letter', PHONE)];
  await page.context().setOffline(true);
  await mode(page, 'Note').click();
  await field(page).fill('Written on the train');
  await page.keyboard.press('Enter');
  await note(page, 'Written on the train').getByText('Waiting for a connection').waitFor();
  await page.context().setOffline(false);
  await note(phone, 'Written on the train').waitFor();
  await mode(phone, 'Note').click();
  await field(phone).fill('Half a note');
  await phone.goBack();
  await row(phone, 'A first letter').getByRole('link').click();
  // It opens with the reply, and says that a note was begun.
  await composer(phone).waitFor();
  await expect.poll(() => mode(phone, 'Note').textContent()).toContain('has a draft');
  expect(await composer(phone).inputValue()).toBe('');
  await write(visitor, 'A second letter');
  await message(phone, 'A second letter').waitFor();
});
