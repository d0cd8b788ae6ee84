import { LANGUAGES, PSEUDO } from '@foyer/domain/language';
import { Timestamp } from '@google-cloud/firestore';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { putConversation } from '../support/conversation.ts';
import { findings } from './axe.ts';
import { composer, message, row, signIn } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { DESK, PHONE, someBrowser, useBrowser } from './support.ts';
import { speakPseudo, textFaults } from './whole-texts.ts';

useBrowser();
const cloud = openTestCloud();

const NAME = 'Mina Okafor';
const SECTION = 'A book of letters';
const WRITTEN = [NAME, SECTION, 'Letter', 'Ada Moreau', '/story-', '@', 'Monday', 'English'];

/** Conversations in every list, and one of each kind of row. */
async function fill({ uid }: PageOwner): Promise<void> {
  const table = await cloud.tables();
  const visitor = { name: NAME, locale: 'en' };
  const nameless = { name: '', locale: 'en' };
  const rows = [
    { visitor, section: SECTION },
    { visitor: nameless, unread: 0 },
    { visitor, blockedAt: Timestamp.now() },
    { visitor, isMuted: true },
    { visitor, status: 'snoozed', snoozedUntil: Timestamp.fromMillis(Date.now() + 30 * 86_400_000) },
    { visitor, status: 'archived' },
    { visitor, tray: 'requests' },
    { visitor, tray: 'spam' },
  ] as const;
  for (const [index, traits] of rows.entries()) {
    const at = Timestamp.fromMillis(Date.now() - index * 60_000);
    await putConversation(table, uid, `${index + 1}`.padStart(32, '0'), { text: `Letter ${index + 1}.`, at, traits });
  }
}

const close = (page: Page) => page.keyboard.press('Escape');
const dialogs = (page: Page) => page.locator('dialog[open]:has(h2)');

/** Every screen of the inbox, one after the other. `look` is given each. */
async function walk(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  for (const [index, view] of ['snoozed', 'archive', 'requests', 'spam'].entries()) {
    await page.goto(`/app?view=${view}`);
    await row(page, `Letter ${index + 5}.`).waitFor();
    await look(view);
  }
  await page.goto('/app');
  await row(page, 'Letter 1.').waitFor();
  await look('inbox');
  if ((page.viewportSize()?.width ?? 0) < 700) {
    await page.locator('nav button[aria-expanded]:visible').click();
    await look('lists');
    await close(page);
  } else {
    await page.locator('nav button[aria-expanded]:visible').first().click();
    await look('account');
    await page.locator('nav button[aria-expanded=false]:visible').first().click();
    await look('languages');
    await close(page);
  }
  await page.keyboard.press('?');
  await dialogs(page).waitFor();
  await look('keys');
  await close(page);
  await row(page, 'Letter 1.').getByRole('link').click();
  await message(page, 'Letter 1.').waitFor();
  await look('thread');
  await page.getByRole('log').focus();
  for (const [key, name] of [
    ['s', 'snooze'],
    ['h', 'recent actions, none'],
  ] as const) {
    await page.keyboard.press(key);
    await dialogs(page).waitFor();
    await look(name);
    await close(page);
    await dialogs(page).waitFor({ state: 'detached' });
  }
  await page.keyboard.press('i');
  await page.locator('dl').waitFor();
  await look('details');
  await close(page);
  await page.getByRole('log').focus();
  await page.keyboard.press('.');
  await page.getByRole('menuitem').first().waitFor();
  await look('menu');
  // The last three: block, report, delete.
  for (const [index, name] of [
    [-3, 'block'],
    [-2, 'report'],
    [-1, 'delete'],
  ] as const) {
    await page.getByRole('menuitem').locator('visible=true').nth(index).click();
    await dialogs(page).waitFor();
    await look(name);
    await close(page);
    await dialogs(page).waitFor({ state: 'detached' });
    await page.getByRole('log').focus();
    await page.keyboard.press('.');
  }
  await close(page);
  await page.getByRole('log').focus();
  await page.keyboard.press('n');
  await page.locator('[role=status] button:visible').first().waitFor();
  await look('notice');
  await page.keyboard.press('h');
  await dialogs(page).waitFor();
  await look('recent actions');
  await page.locator('dialog[open] li button').first().click();
  await page.goto(`/app/c/${'3'.padStart(32, '0')}`);
  await message(page, 'Letter 3.').waitFor();
  await look('blocked');
  await page.goto(`/app/c/${'7'.padStart(32, '0')}`);
  await page.locator('#composer-tray').waitFor();
  await look('request');
  await page.goto(`/app/c/${'f'.repeat(32)}`);
  await page.locator('main h2.text-lg:visible').waitFor();
  await look('not found');
  await page.goto('/app/settings');
  await page.locator('#account').waitFor();
  await look('settings');
}

test.each([
  ['a phone', PHONE],
  ['a desk', DESK],
] as const)('the dashboard has its texts whole and from the catalogue in the pseudo-language: %s', async (_, viewport) => {
  const ada = await managerWithPage();
  const page = await (await someBrowser(viewport)).newPage();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, ada);
  await speakPseudo(page);
  const faults: string[] = [];
  const look = async (screen: string) => {
    faults.push(...(await textFaults(page, { written: WRITTEN })).map((fault) => `${screen}: ${fault}`));
  };
  await page.locator('svg[role=img]:visible').first().waitFor();
  await look('empty inbox');
  for (const view of ['snoozed', 'archive', 'requests', 'spam']) {
    await page.goto(`/app?view=${view}`);
    await page.locator('p.font-semibold:visible').first().waitFor();
    await look(`no ${view}`);
  }
  await fill(ada);
  await walk(page, look);
  expect(faults).toEqual([]);
});

test('the dashboard shows whole texts from right to left', async () => {
  const ada = await managerWithPage();
  await fill(ada);
  const context = await someBrowser(PHONE);
  await context.addInitScript(() => {
    new MutationObserver(() => {
      if (document.documentElement.dir !== 'rtl') document.documentElement.dir = 'rtl';
    }).observe(document, { attributes: true, childList: true, subtree: true });
  });
  const page = await context.newPage();
  await signIn(page, ada);
  const faults: string[] = [];
  await walk(page, async (screen) => {
    faults.push(...(await textFaults(page, { isPseudo: false })).map((fault) => `${screen}: ${fault}`));
  });
  expect(faults).toEqual([]);
});

test('a manager changes the language by keyboard and keeps a draft; invalid choices are ignored', async () => {
  const ada = await managerWithPage();
  await fill(ada);
  const page = await (await someBrowser()).newPage();
  await signIn(page, ada);
  await row(page, 'Letter 1.').getByRole('link').click();
  await composer(page).fill('Half an answer');
  await page.getByRole('button', { name: ada.name }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Language' }).focus();
  await page.keyboard.press('Enter');
  const choices = page.getByRole('list', { name: 'Language' }).getByRole('button');
  const names = await choices.allTextContents();
  expect(names).toHaveLength(LANGUAGES.length + 1);
  expect(names).toEqual(expect.arrayContaining(['English', 'Deutsch', 'Français', 'Polski', 'Türkçe', 'العربية', '日本語', 'Pseudo']));
  expect(await choices.first().getAttribute('aria-current')).toBe('true');
  expect(await findings(page)).toEqual([]);
  for (const _ of names) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator(`html[lang="${PSEUDO}"]`).waitFor();
  const field = page.locator('[data-composer]');
  expect(await field.inputValue()).toBe('Half an answer');
  for (const spoilt of ['', 'xx', '<script>', 'en-XA'.repeat(50), '\u0000']) {
    await page.evaluate((value) => localStorage.setItem('foyer:language', value), spoilt);
    await page.reload();
    await composer(page).waitFor();
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(['en', 'ltr']);
  }
});
