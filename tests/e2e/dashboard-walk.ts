import { Timestamp } from '@google-cloud/firestore';
import type { Page } from 'playwright-core';
import type { TestCloud } from '../support/cloud.ts';
import { putConversation } from '../support/conversation.ts';
import { message, row } from './dashboard.ts';
import type { Look } from './looking.ts';
import type { PageOwner } from './people.ts';

const NAME = 'Mina Okafor';
const SECTION = 'A book of letters';
/** Parts of the texts that no catalogue has. */
export const WRITTEN = [NAME, SECTION, 'Letter', 'Ada Moreau', '/story-', '@', 'Monday', 'English'];

/** Conversations in every list, and one of each kind of row. */
export async function fillLists(cloud: TestCloud, { uid }: PageOwner): Promise<void> {
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

/** The inbox and every list of a manager without conversations. */
export async function walkEmptyLists(page: Page, look: Look): Promise<void> {
  await page.locator('svg[role=img]:visible').first().waitFor();
  await look('empty inbox');
  for (const view of ['snoozed', 'archive', 'requests', 'spam']) {
    await page.goto(`/app?view=${view}`);
    await page.locator('p.font-semibold:visible').first().waitFor();
    await look(`no ${view}`);
  }
}

/** Every screen of the inbox of `fillLists`, one after the other. */
export async function walkScreens(page: Page, look: Look): Promise<void> {
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
