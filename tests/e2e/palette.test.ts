import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { putConversation } from '../support/conversation.ts';
import { deepTest, sampleOf } from '../support/sample.ts';
import { findings, STILL } from './axe.ts';
import { composer, hasFocus, message, row, signIn, signOut } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { DESK, PHONE, SIZES, someBrowser, useBrowser } from './support.ts';

useBrowser();
const cloud = openTestCloud();

const NAMES = ['Mina Sørensen', 'Ines Duarte', 'Jörg Weiß'];
const idOf = (index: number) => `${index + 1}`.padStart(32, '0');

async function inbox(viewport = DESK, language = 'en'): Promise<{ ada: PageOwner; page: Page }> {
  const ada = await managerWithPage();
  for (const [index, name] of NAMES.entries()) {
    const traits = { visitor: { name, locale: 'en' }, section: null };
    await putConversation(await cloud.tables(), ada.uid, idOf(index), { text: `Letter of ${name}`, traits });
  }
  const page = await (await someBrowser(viewport, STILL)).newPage();
  await signIn(page, ada);
  if (language !== 'en') {
    await page.evaluate((tag) => localStorage.setItem('foyer:language', tag), language);
    await page.reload();
  }
  await row(page, 'Letter of Mina').waitFor();
  return { ada, page };
}

const field = (page: Page): Locator => page.getByRole('dialog').getByRole('combobox');
const option = (page: Page, name: string | RegExp): Locator => page.getByRole('option', { name });
/** The option that screen readers hear and Enter chooses. */
const chosen = (page: Page): Locator => page.getByRole('option', { selected: true });
const stored = async ({ uid }: PageOwner, index: number) => (await (await cloud.tables()).conversation(uid, idOf(index)).get()).data();

async function open(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await field(page).waitFor();
}

/** Presses Ctrl and the key that types `key` on another layout, where a US keyboard has `k`. */
async function pressOnLayout(page: Page, key: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const type of ['keyDown', 'keyUp'] as const) {
    await session.send('Input.dispatchKeyEvent', { type, key, code: 'KeyK', modifiers: 2, windowsVirtualKeyCode: 75 });
  }
}

describe('a manager with only a keyboard', () => {
  test('finds acts, lists, conversations and settings, and hears what happened', async () => {
    const { ada, page } = await inbox();
    const link = row(page, 'Letter of Mina').getByRole('link');
    await link.focus();
    await open(page);
    await page.getByRole('group', { name: 'Actions for Mina Sørensen' }).waitFor();
    await page.keyboard.type('arch');
    await page
      .getByRole('status')
      .getByText(/^\d results$/)
      .waitFor();
    expect(await field(page).getAttribute('aria-activedescendant')).toBe(await chosen(page).getAttribute('id'));
    expect(await chosen(page).getAttribute('aria-keyshortcuts')).toBe('e');
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .getByText(/^Archived/)
      .waitFor();
    await field(page).waitFor({ state: 'detached' });
    await expect.poll(async () => (await stored(ada, 0))?.status).not.toBe('open');

    await open(page);
    await page.getByRole('group', { name: 'Recent' }).getByRole('option', { name: 'Archive' }).waitFor();
    await page.keyboard.type('jorg weiss');
    await option(page, /Jörg Weiß/).waitFor();
    await page.keyboard.press('Enter');
    await message(page, 'Letter of Jörg Weiß').waitFor();
    await expect.poll(() => hasFocus(page.getByRole('log'))).toBe(true);

    await open(page);
    await page.keyboard.type('appearance');
    await option(page, /Appearance/).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /Appearance/ }).waitFor();
    expect(new URL(page.url()).hash).toBe('#appearance');

    await open(page);
    await page.keyboard.type('spam');
    await page.keyboard.press('Enter');
    await expect.poll(() => hasFocus(page.locator('#list-name'))).toBe(true);
    expect(new URL(page.url()).search).toBe('?view=spam');
  });

  test('is told why an act can’t be done, and returns with Escape to what they wrote', async () => {
    const { page } = await inbox();
    await row(page, 'Letter of Mina').getByRole('link').click();
    await message(page, 'Letter of Mina Sørensen').waitFor();
    await composer(page).fill('A half sentence');
    await open(page);
    await page.keyboard.type('unmute');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('It isn’t muted.', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await field(page).waitFor({ state: 'detached' });
    expect(await hasFocus(composer(page))).toBe(true);
    expect(await composer(page).inputValue()).toBe('A half sentence');
    await open(page);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+k');
    await field(page).waitFor({ state: 'detached' });
    expect(await hasFocus(composer(page))).toBe(true);
  });

  test.each([
    ['Russian', 'л', 'en', 'Archive'],
    ['Arabic', 'ن', 'ar', 'ارشفه'],
  ])('opens it on a %s layout, and Enter of an input method chooses nothing', async (_, key, language, query) => {
    const { page } = await inbox(DESK, language);
    await row(page, 'Letter of Mina').getByRole('link').focus();
    await pressOnLayout(page, key);
    await field(page).waitFor();
    await page.keyboard.insertText(query.slice(0, -1));
    await chosen(page).waitFor();
    await field(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    expect(await field(page).isVisible()).toBe(true);
    expect(await chosen(page).count()).toBe(1);
    await page.keyboard.press('Escape');
    await field(page).waitFor({ state: 'detached' });
    expect(await hasFocus(row(page, 'Letter of Mina').getByRole('link'))).toBe(true);
  });
});

test.each(sampleOf(SIZES, [SIZES[0]]))('the palette has no accessibility findings on %s', async (_, viewport) => {
  const { page } = await inbox(viewport);
  await row(page, 'Letter of Mina').getByRole('link').click();
  await message(page, 'Letter of Mina Sørensen').waitFor();
  await open(page);
  expect(await findings(page)).toEqual([]);
  await page.keyboard.type('unmute');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('It isn’t muted.', { exact: true }).waitFor();
  expect(await findings(page)).toEqual([]);
  await field(page).fill('nothing like this');
  await page.getByRole('option', { name: 'Search for “nothing like this”', selected: true }).waitFor();
  expect(await findings(page)).toEqual([]);
});

deepTest('opens from the account on a phone, by touch, and forgets recent choices at the sign-out', async () => {
  const { page } = await inbox(PHONE);
  await page.goto('/app/me');
  await page.getByRole('button', { name: 'Commands' }).click();
  await field(page).fill('ines');
  await option(page, /Ines Duarte/).click();
  await message(page, 'Letter of Ines Duarte').waitFor();
  const kept = () => page.evaluate(() => localStorage.getItem('foyer:palette'));
  expect(await kept()).toBe(JSON.stringify([`conversation:${idOf(1)}`]));
  await page.goto('/app/me');
  await signOut(page);
  expect(await kept()).toBeNull();
});
