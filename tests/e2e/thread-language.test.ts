import { words as cards } from '@foyer/words/compiled/en-XA/cards';
import { words as page } from '@foyer/words/compiled/en-XA/page';
import { words as thread } from '@foyer/words/compiled/en-XA/thread';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { sampleOf } from '../support/sample.ts';
import { someBrowser, useBrowser, visit } from './support.ts';
import { begin, box, bubble, write } from './visitor-page.ts';

useBrowser();

const cloud = openTestCloud();
let ada: Awaited<ReturnType<typeof someManager>>;
beforeAll(async () => {
  ada = await someManager(cloud);
});

const section = (page: Page) => page.locator('#conversation');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a visitor switches the thread to another language and back; the page keeps its own', async () => {
  const visitor = await visit(`/${ada.slug}`);
  const code = await begin(visitor, 'Which language?');
  const heading = await visitor.locator('h1').textContent();
  await button(visitor, 'More about this conversation').click();
  await button(visitor, 'Language').click();
  await visitor.getByRole('dialog', { name: 'Choose a language.' }).locator('[lang=en-XA]').click();

  await visitor.getByRole('log', { name: thread.messages }).getByText('Which language?').waitFor();
  expect([await section(visitor).getAttribute('lang'), await section(visitor).getAttribute('dir')]).toEqual(['en-XA', 'ltr']);
  expect(await section(visitor).getAttribute('aria-label')).toBe(page.conversationWith({ name: 'Ada' }));
  const field = visitor.getByRole('textbox', { name: page.messageLabel({ name: 'Ada' }) });
  expect(await field.getAttribute('placeholder')).toBe(page.messagePlaceholder({ name: 'Ada' }));
  expect(await button(visitor, page.send).count()).toBe(1);
  expect(await visitor.locator('h1').textContent()).toBe(heading);
  expect(await visitor.evaluate(() => document.documentElement.lang)).toBe('en');

  // A thread that is resumed later is in it as well.
  const manager = await section(visitor).getAttribute('data-manager');
  await visitor.evaluate((key) => localStorage.removeItem(key), `foyer:${manager}`);
  await visitor.context().clearCookies();
  await visitor.goto(`/${ada.slug}#resume=${code}`);
  await visitor.reload();
  await button(visitor, cards.continueWith).click();
  await visitor.getByRole('log', { name: thread.messages }).getByText('Which language?').waitFor();

  await button(visitor, thread.menu).click();
  await button(visitor, thread.language).click();
  await visitor.getByRole('dialog', { name: cards.languageTitle }).locator('[lang=en]').click();
  await visitor.getByRole('log', { name: 'Messages' }).getByText('Which language?').waitFor();
  expect(await section(visitor).getAttribute('lang')).toBeNull();
  expect(await box(visitor).getAttribute('placeholder')).toBe('Write to Ada…');
});

test.each(sampleOf(['xx', 'not a language', ''], ['not a language']))(
  'a kept language that Foyer does not speak, "%s", leaves the language of the page',
  async (kept) => {
    const visitor = await visit(`/${ada.slug}`);
    await visitor.evaluate((tag) => localStorage.setItem('foyer:language', tag), kept);
    await visitor.reload();
    await begin(visitor, `Kept: ${kept}`);
    expect(await section(visitor).getAttribute('lang')).toBeNull();
  },
);

test('words that failed to load are loaded later, and a message sent before goes out then', async () => {
  const visitor = await (await someBrowser()).newPage();
  await visitor.route(/assets\/box-/, (route) => route.abort());
  await visitor.goto(`/${ada.slug}`);
  await write(visitor, 'Before the words');
  await visitor.getByText('You seem to be offline. Try again.').waitFor();
  expect(await box(visitor).inputValue()).toBe('Before the words');
  await visitor.unroute(/assets\/box-/);
  await button(visitor, 'Send').click();
  await bubble(visitor, 'Before the words').waitFor();
  await visitor.getByText('Save your code.').waitFor();
});

test('the form itself sends if the words never load', async () => {
  const visitor = await (await someBrowser()).newPage();
  await visitor.route(/assets\/box-/, (route) => route.abort());
  await visitor.goto(`/${ada.slug}`);
  await write(visitor, 'Without any words');
  await visitor.getByText('You seem to be offline. Try again.').waitFor();
  await button(visitor, 'Send').click();
  await visitor.waitForURL('**/api/forms/conversations**');
  expect(await visitor.getByText('Without any words').count()).toBe(1);
});
