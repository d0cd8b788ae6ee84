import { Timestamp } from '@google-cloud/firestore';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { putConversation } from '../support/conversation.ts';
import { deepTest } from '../support/sample.ts';
import { findings, STILL } from './axe.ts';
import { composer, row, signIn } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { APPEARS_MS, DESK, PHONE, someBrowser, useBrowser } from './support.ts';

useBrowser();
const cloud = openTestCloud();

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: APPEARS_MS });
const NAMES = ['Mina', 'Juno', 'Kofi', 'Lena'];
const idOf = (name: string) => NAMES.indexOf(name).toString(16).padStart(32, '0');

async function place({ uid }: PageOwner, name: string): Promise<void> {
  const at = Timestamp.fromMillis(Date.now() - NAMES.indexOf(name) * 60_000);
  const traits = { visitor: { name, locale: 'en' } };
  await putConversation(await cloud.tables(), uid, idOf(name), { text: `Letter of ${name}.`, at, traits });
}

const stored = async ({ uid }: PageOwner, name: string) => (await (await cloud.tables()).conversation(uid, idOf(name)).get()).data();

async function inboxOn(viewport: typeof DESK): Promise<{ ada: PageOwner; page: Page }> {
  const ada = await managerWithPage();
  await Promise.all(NAMES.map((name) => place(ada, name)));
  const page = await (await someBrowser(viewport, STILL)).newPage();
  await signIn(page, ada);
  await row(page, 'Lena').waitFor();
  return { ada, page };
}

const shown = (page: Page): Promise<string[]> =>
  page
    .locator('li[data-conversation]')
    .evaluateAll((rows, names) => rows.flatMap((one) => names.find((name) => one.textContent?.includes(name)) ?? []), NAMES);
const said = (page: Page, text: string): Promise<void> => page.getByRole('status').getByText(text).waitFor();
const isListed = (page: Page, view: string): Promise<void> => page.getByRole('heading', { level: 2, name: view, exact: true }).waitFor();
const focus = (page: Page, name: string): Promise<void> => row(page, name).getByRole('link').focus();
const path = (page: Page): string => new URL(page.url()).pathname + new URL(page.url()).search;

describe('a manager with more than an inbox', () => {
  test('pins, marks and finds conversations with single keys, and views survive a reload', async () => {
    const { ada, page } = await inboxOn(DESK);
    await focus(page, 'Juno');
    await page.keyboard.press('p');
    await said(page, 'Pinned Juno.');
    await row(page, 'Juno').getByText('Pinned').waitFor({ state: 'attached' });
    await focus(page, 'Mina');
    await page.keyboard.press('Shift+I');
    await said(page, 'Marked Mina as read.');
    await eventually(() => stored(ada, 'Mina')).toMatchObject({ unread: 0, isUnread: false });

    await page.keyboard.press('6');
    await isListed(page, 'Unread');
    await eventually(() => shown(page)).toEqual(['Juno', 'Kofi', 'Lena']);
    await page.keyboard.press('7');
    await isListed(page, 'Waiting for me');
    await eventually(() => shown(page)).toEqual(NAMES);
    await page.keyboard.press('8');
    await isListed(page, 'Pinned');
    await eventually(() => shown(page)).toEqual(['Juno']);

    // It stays pinned when archived, and leaves when it is not pinned any more.
    await focus(page, 'Juno');
    await page.keyboard.press('e');
    await said(page, 'Archived Juno.');
    await eventually(() => stored(ada, 'Juno')).toMatchObject({ pinned: true, status: 'archived' });
    await page.reload();
    await isListed(page, 'Pinned');
    await eventually(() => shown(page)).toEqual(['Juno']);
    await focus(page, 'Juno');
    await page.keyboard.press('p');
    await page.getByText('No pinned conversations').waitFor();
    await page.keyboard.press('z');
    await eventually(() => shown(page)).toEqual(['Juno']);
    await eventually(() => stored(ada, 'Juno')).toMatchObject({ pinned: true });
  });

  deepTest('sees how many conversations the other lists have, also after an act', async () => {
    const { ada, page } = await inboxOn(DESK);
    const counts: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes(':runAggregationQuery')) counts.push(request.url());
    });
    const link = (name: string) => page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name, exact: true });
    await page.getByRole('button', { name: 'More lists' }).click();
    await link('Unread 4 conversations').waitFor();
    await link('Waiting for me 4 conversations').waitFor();
    // Nothing to count has no number.
    await link('Pinned').waitFor();
    await link('Snoozed').waitFor();
    expect(await findings(page)).toEqual([]);

    await focus(page, 'Juno');
    await page.keyboard.press('p');
    await link('Pinned 1 conversation').waitFor();
    await page.keyboard.press('Shift+I');
    await link('Unread 3 conversations').waitFor();
    await page.keyboard.press('s');
    await page.getByRole('dialog', { name: 'Snooze' }).waitFor();
    await page.keyboard.press('3');
    await link('Snoozed 1 conversation').waitFor();
    await link('Waiting for me 3 conversations').waitFor();
    await page.keyboard.press('z');
    await link('Waiting for me 4 conversations').waitFor();
    await row(page, 'Mina').getByRole('link').click();
    await composer(page).fill('Good morning');
    await page.keyboard.press('Control+Enter');
    await link('Waiting for me 3 conversations').waitFor();
    await eventually(() => stored(ada, 'Mina')).toMatchObject({ isUnread: false });

    // Closed, the lists aren't counted, whatever changes.
    await page.getByRole('button', { name: 'More lists' }).click();
    expect(counts).not.toEqual([]);
    // What was asked before is still on its way.
    await eventually(async () => {
      counts.length = 0;
      await page.waitForTimeout(1000);
      return counts;
    }).toEqual([]);
    await focus(page, 'Kofi');
    await page.keyboard.press('p');
    await said(page, 'Pinned Kofi.');
    await eventually(() => stored(ada, 'Kofi')).toMatchObject({ pinned: true });
    expect(counts).toEqual([]);
    await page.getByRole('button', { name: 'More lists' }).click();
    await link('Pinned 2 conversations').waitFor();
  });

  test('marks an open conversation as unread, which closes it, and opens it again by undoing', async () => {
    const { ada, page } = await inboxOn(DESK);
    await row(page, 'Kofi').getByRole('link').click();
    await eventually(() => stored(ada, 'Kofi')).toMatchObject({ unread: 0, isUnread: false });
    await page.keyboard.press('Shift+U');
    await said(page, 'Marked Kofi as unread.');
    await eventually(() => path(page)).toBe('/app/');
    await eventually(() => stored(ada, 'Kofi')).toMatchObject({ unread: 1, isUnread: true });
    // It is not read again.
    await page.waitForTimeout(1500);
    expect(await stored(ada, 'Kofi')).toMatchObject({ unread: 1, isUnread: true });
    await page.keyboard.press('Shift+U');
    await said(page, 'It’s already unread.');
    await page.keyboard.press('z');
    await eventually(() => path(page)).toBe(`/app/c/${idOf('Kofi')}`);
  });

  deepTest('opens the other lists on a phone', async () => {
    const { page } = await inboxOn(PHONE);
    const lists = page.getByRole('button', { name: 'Inbox, other lists', exact: true });
    await lists.click();
    await page.getByRole('button', { name: 'More lists' }).click();
    await page.getByRole('link', { name: 'Muted', exact: true }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Unread 4 conversations', exact: true }).click();
    await eventually(() => shown(page)).toEqual(NAMES);
    expect(path(page)).toBe('/app/?view=unread');
    await row(page, 'Mina').getByRole('link').click();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: /^Pin/ }).click();
    await said(page, 'Pinned Mina.');
    await page.goBack();
    await page.goto('/app/?view=muted');
    await page.getByText('No muted conversations').waitFor();
    expect(await findings(page)).toEqual([]);
  });
});
