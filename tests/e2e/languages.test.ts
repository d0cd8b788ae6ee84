import { newProfile } from '@foyer/domain/new-profile';
import { words as arabic } from '@foyer/words/compiled/ar/dashboard';
import { words as germanPage } from '@foyer/words/compiled/de/page';
import { words as germanThread } from '@foyer/words/compiled/de/thread';
import { words as french } from '@foyer/words/compiled/fr/thread';
import { words as japanese } from '@foyer/words/compiled/ja/dashboard';
import { words as japaneseDoor } from '@foyer/words/compiled/ja/door';
import { words as polish } from '@foyer/words/compiled/pl/dashboard';
import { Timestamp } from '@google-cloud/firestore';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { putConversation } from '../support/conversation.ts';
import { arabicProfile } from '../support/full-profile.ts';
import { sampleOf } from '../support/sample.ts';
import { findings } from './axe.ts';
import { reply, row, signIn } from './dashboard.ts';
import { managerWithPage, type PageOwner, publishProfile } from './people.ts';
import { PHONE, someBrowser, useBrowser, visit } from './support.ts';
import { bubble } from './visitor-page.ts';
import { textFaults } from './whole-texts.ts';

useBrowser();
const cloud = openTestCloud();

const rootOf = (page: Page) => page.evaluate(() => [document.documentElement.lang, getComputedStyle(document.body).direction]);
const section = (page: Page) => page.locator('#conversation');

/** Sends a message, in any language of the box. */
async function send(page: Page, text: string): Promise<void> {
  await page.locator('.composer textarea').fill(text);
  await page.locator('.composer [type=submit]').click();
  await bubble(page, text).waitFor();
}

/** Stores conversations, the first one newest. */
async function fillInbox({ uid }: PageOwner, unread: readonly number[]): Promise<void> {
  const tables = await cloud.tables();
  for (const [index, count] of unread.entries()) {
    const at = Timestamp.fromMillis(Date.now() - index * 60_000);
    const visitor = { name: `Mina ${index}`, locale: 'en' };
    await putConversation(tables, uid, `${index + 1}`.padStart(32, '0'), {
      text: `Letter ${index}.`,
      at,
      traits: { visitor, unread: count },
    });
  }
}

test('a German visitor on a German page reads German from the box to the answer', async () => {
  const ada = await managerWithPage();
  await publishProfile(ada, { ...newProfile('Ada Moreau', 'Autorin und Buchgestalterin'), language: 'de-AT' });
  const visitor = await visit(`/${ada.slug}`, PHONE);
  expect(await rootOf(visitor)).toEqual(['de', 'ltr']);
  await visitor.getByRole('textbox', { name: germanPage.messageLabel({ name: 'Ada' }) }).fill('Guten Tag!');
  await visitor.getByRole('button', { name: germanPage.send, exact: true }).click();
  await visitor.getByText(germanThread.saveCode).waitFor();
  await bubble(visitor, 'Guten Tag!').waitFor();
  expect(await findings(visitor)).toEqual([]);
  expect(await textFaults(visitor, { isPseudo: false })).toEqual([]);

  const manager = await (await someBrowser()).newPage();
  await signIn(manager, ada);
  await row(manager, 'Guten Tag!').click();
  await reply(manager, 'Willkommen!');
  await bubble(visitor, 'Willkommen!').waitFor();
  await visitor.getByRole('button', { name: germanThread.menu }).click();
  for (const entry of [germanThread.newCode, germanThread.downloadCopy, germanThread.deleteConversation])
    expect(await visitor.getByRole('button', { name: entry, exact: true }).count()).toBe(1);
});

test('an Arabic page stays Arabic around a visitor who switches the thread to French', async () => {
  const ada = await managerWithPage();
  await publishProfile(ada, arabicProfile('atelier'));
  const visitor = await visit(`/${ada.slug}`, PHONE);
  expect(await rootOf(visitor)).toEqual(['ar', 'rtl']);
  await send(visitor, 'مرحبا');
  await visitor.locator('.code').waitFor();
  const code = visitor.locator('.code bdi');
  expect(await code.evaluate((part) => getComputedStyle(part).direction)).toBe('ltr');
  // From left to right, at the right edge of the card's text.
  const gap = (part: Element) => (part.parentElement?.getBoundingClientRect().right ?? 0) - part.getBoundingClientRect().right;
  expect(Math.abs(await code.evaluate(gap))).toBeLessThan(1);
  expect(await findings(visitor)).toEqual([]);
  expect(await textFaults(visitor, { isPseudo: false })).toEqual([]);

  await section(visitor).locator('[aria-haspopup], .menu button, [aria-expanded]').first().click();
  await visitor.locator('[lang=fr], button').filter({ hasText: /اللغة/ }).first().click();
  await visitor.locator('dialog [lang=fr], [role=dialog] [lang=fr]').click();
  await visitor.getByRole('log', { name: french.messages }).waitFor();
  expect(await rootOf(visitor)).toEqual(['ar', 'rtl']);
  expect(await section(visitor).evaluate((part) => [(part as HTMLElement).lang, getComputedStyle(part).direction])).toEqual(['fr', 'ltr']);
  await bubble(visitor, 'مرحبا').waitFor();
  expect(await findings(visitor)).toEqual([]);
  expect(await textFaults(visitor, { isPseudo: false })).toEqual([]);
});

test('a manager with a Japanese browser signs in, replies and archives by keyboard alone', async () => {
  const ada = await managerWithPage();
  await fillInbox(ada, [1, 1]);
  const page = await (await someBrowser(undefined, { locale: 'ja-JP' })).newPage();
  await page.goto('/app');
  await page.getByLabel(japaneseDoor.email).waitFor();
  expect(await rootOf(page)).toEqual(['ja', 'ltr']);
  await page.getByLabel(japaneseDoor.email).focus();
  await page.keyboard.type(ada.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(ada.password);
  await page.keyboard.press('Enter');
  await row(page, 'Letter 0.').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Mina 0', exact: true }).waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('はい');
  await page.keyboard.press('Control+Enter');
  await page
    .getByRole('status')
    .getByText(japanese.sentAndArchived({ name: 'Mina 0' }))
    .waitFor();
  await page.getByRole('heading', { name: 'Mina 1', exact: true }).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText(japanese.archive, { exact: false }).first().waitFor();
  await page.keyboard.press('Escape');
  expect(await findings(page)).toEqual([]);
  expect(await textFaults(page, { isPseudo: false })).toEqual([]);
});

const PLURALS = [
  ['pl', polish, [1, 2, 5]],
  ['ar', arabic, [1, 2, 3, 11, 100]],
] as const;

describe.each(sampleOf(PLURALS, [PLURALS[1]]))('the inbox in %s', (language, words, counts) => {
  test('has every plural form of its language', async () => {
    const ada = await managerWithPage();
    await fillInbox(ada, counts);
    const context = await someBrowser();
    const page = await context.newPage();
    await signIn(page, ada);
    await page.evaluate((tag) => localStorage.setItem('foyer:language', tag), language);
    await page.reload();
    for (const [index, count] of counts.entries()) await row(page, `Letter ${index}.`).getByText(words.newMessages({ count })).waitFor();
    expect(new Set(counts.map((count) => words.newMessages({ count }).replace(/[\d٠-٩]+/g, ''))).size).toBeGreaterThan(2);
    expect(await findings(page)).toEqual([]);
    expect(await textFaults(page, { isPseudo: false })).toEqual([]);
  });
});
