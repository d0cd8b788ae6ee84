import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { deepTest } from '../support/sample.ts';
import { findings, STILL } from './axe.ts';
import { signIn } from './dashboard.ts';
import { boxOf, fillInbox, idOf, linkOf, nameOf, rowOf } from './filled-inbox.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { APPEARS_MS, DESK, PHONE, someBrowser, useBrowser } from './support.ts';
import { longPress } from './touch.ts';

useBrowser();
const cloud = openTestCloud();

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: APPEARS_MS });
const stored = async ({ uid }: PageOwner, index: number) => (await (await cloud.tables()).conversation(uid, idOf(index)).get()).data();
const statuses = async (owner: PageOwner, indexes: readonly number[]) =>
  Promise.all(indexes.map(async (index) => (await stored(owner, index))?.status));

async function inboxOf(count: number, viewport = DESK, options = {}): Promise<{ ada: PageOwner; page: Page }> {
  const ada = await managerWithPage();
  await fillInbox(cloud, ada, count);
  const page = await (await someBrowser(viewport, { ...STILL, ...options })).newPage();
  await signIn(page, ada);
  await rowOf(page, 0).waitFor();
  return { ada, page };
}

const bar = (page: Page): Locator => page.getByRole('toolbar', { name: 'Actions for selected conversations' });
const heard = (page: Page, text: string): Promise<void> => page.getByRole('status').getByText(text, { exact: true }).waitFor();
/** The numbers of the selected rows that are in the document. */
const selected = (page: Page): Promise<number[]> =>
  page
    .locator('li[data-conversation]:has(input:checked)')
    .evaluateAll((rows) => rows.map((item) => Number.parseInt((item as HTMLElement).dataset.conversation ?? '', 16)));

describe('a selection', () => {
  test('is made, used and undone by keyboard alone', async () => {
    const { ada, page } = await inboxOf(8);
    const press = (key: string) => page.keyboard.press(key);
    await press('j');
    await press('j');
    await press('x');
    await heard(page, '1 conversation selected');
    await press('Shift+ArrowDown');
    await press('Shift+ArrowDown');
    await press('Shift+ArrowDown');
    await press('Shift+ArrowUp');
    await heard(page, '3 conversations selected');
    await eventually(() => selected(page)).toEqual([1, 2, 3]);
    await press('j');
    await press('j');
    await press('x');
    await eventually(() => selected(page)).toEqual([1, 2, 3, 5]);
    await press('e');
    await page.getByRole('status').getByText('Archived 4 conversations.').waitFor();
    await eventually(() => statuses(ada, [0, 1, 2, 3, 4, 5, 6])).toEqual([
      'open',
      'archived',
      'archived',
      'archived',
      'open',
      'archived',
      'open',
    ]);
    await heard(page, 'Nothing selected');
    await press('z');
    await page.getByRole('status').getByText('Undone: Archived 4 conversations.').waitFor();
    await eventually(() => statuses(ada, [1, 2, 3, 5])).toEqual(['open', 'open', 'open', 'open']);
    await rowOf(page, 5).waitFor();
    await eventually(() => selected(page)).toEqual([]);

    await linkOf(page, 4).focus();
    await press('Control+a');
    await heard(page, '8 conversations selected');
    await press('s');
    const dialog = page.getByRole('dialog', { name: 'Snooze' });
    await dialog.getByText('Snooze 8 conversations').waitFor();
    await press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await heard(page, '8 conversations selected');
    await press('Escape');
    await bar(page).waitFor({ state: 'detached' });
    await eventually(() => selected(page)).toEqual([]);
    expect(await statuses(ada, [0, 7])).toEqual(['open', 'open']);
  });

  test('is made with the mouse, with a range by Shift, and lasts while the list changes', async () => {
    const { ada, page } = await inboxOf(8);
    await rowOf(page, 1).hover();
    await boxOf(page, 1).click();
    await heard(page, '1 conversation selected');
    expect(await selected(page)).toEqual([1]);
    await linkOf(page, 4).click({ modifiers: ['Shift'] });
    await eventually(() => selected(page)).toEqual([1, 2, 3, 4]);
    await boxOf(page, 2).click();
    await heard(page, '3 conversations selected');
    expect(await selected(page)).toEqual([1, 3, 4]);

    // Another device archives one of them, a new one arrives, and another is opened.
    await (await cloud.tables()).conversation(ada.uid, idOf(3)).update({ status: 'archived' });
    await eventually(() => selected(page)).toEqual([1, 4]);
    await fillInbox(cloud, ada, 0, -1);
    await linkOf(page, 6).click();
    await page.getByRole('heading', { name: nameOf(6), exact: true }).waitFor();
    await eventually(() => selected(page)).toEqual([1, 4]);
    await page.goBack();
    await heard(page, '2 conversations selected');

    await bar(page).getByRole('button', { name: 'Mark as spam' }).click();
    await page.getByRole('status').getByText('Moved 2 conversations to spam.').waitFor();
    await eventually(async () => (await stored(ada, 4))?.tray).toBe('spam');
    expect((await stored(ada, 3))?.tray).toBe('inbox');
  });

  test('ends with the view, and its bar says why an act is not possible', async () => {
    const { ada, page } = await inboxOf(3);
    await (await cloud.tables()).conversation(ada.uid, idOf(0)).update({ isMuted: true });
    await linkOf(page, 0).focus();
    await page.keyboard.press('Control+a');
    await heard(page, '3 conversations selected');
    await bar(page).getByRole('button', { name: 'More' }).click();
    const mute = bar(page).getByRole('menuitem', { name: /^Mute/ });
    expect(await mute.getAttribute('aria-disabled')).toBe('true');
    await mute.getByText('Some of them are already muted.').waitFor();
    expect(await findings(page)).toEqual([]);
    // The reason is said for a press too, which is not possible for Playwright.
    await mute.click({ force: true });
    await page.getByRole('status').getByText('Some of them are already muted.').waitFor();
    expect((await stored(ada, 1))?.isMuted).toBe(false);
    await bar(page).getByRole('button', { name: 'More' }).click();
    await bar(page).getByRole('menuitem', { name: 'Block…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Block 3 visitors?').waitFor();
    await dialog.getByRole('button', { name: 'Block' }).click();
    await page.getByRole('status').getByText('Blocked 3 visitors.').first().waitFor();
    await eventually(async () => (await stored(ada, 2))?.blockedAt !== null).toBe(true);
    await page.keyboard.press('3');
    await bar(page).waitFor({ state: 'detached' });
    await page.keyboard.press('1');
    await rowOf(page, 0).waitFor();
    await eventually(() => selected(page)).toEqual([]);
  });

  deepTest('begins on a phone with a long press, and continues with taps', async () => {
    const { ada, page } = await inboxOf(5, PHONE, { hasTouch: true, isMobile: true });
    await longPress(page, linkOf(page, 1), '1 conversation selected');
    expect(page.url()).not.toContain('/c/');
    await linkOf(page, 3).tap();
    await boxOf(page, 4).tap();
    await heard(page, '3 conversations selected');
    expect(await findings(page)).toEqual([]);
    await bar(page).getByRole('button', { name: 'Archive' }).tap();
    await eventually(() => statuses(ada, [0, 1, 2, 3, 4])).toEqual(['open', 'archived', 'open', 'archived', 'archived']);
    await linkOf(page, 0).tap();
    await page.getByRole('heading', { name: nameOf(0), exact: true }).waitFor();
  });
});

describe('many conversations', () => {
  test('are selected beyond those that are loaded, archived in chunks, and brought back', async () => {
    const { ada, page } = await inboxOf(130);
    await linkOf(page, 0).focus();
    await page.keyboard.press('Control+a');
    await page.getByText('All 30 loaded conversations are selected.').waitFor();
    await page.getByRole('button', { name: 'Select all, up to 500' }).click();
    await heard(page, '130 conversations selected');
    // Another device snoozes one of them afterwards: the undo leaves it alone.
    await page.keyboard.press('Escape');
    await linkOf(page, 0).focus();
    await page.keyboard.press('Control+a');
    await heard(page, '130 conversations selected');
    await page.keyboard.press('e');
    await page.getByRole('status').getByText('Archived 130 conversations.').waitFor();
    const open = async () => (await (await cloud.tables()).conversations(ada.uid).where('status', '==', 'open').count().get()).data().count;
    await eventually(open).toBe(0);
    await (await cloud.tables()).conversation(ada.uid, idOf(60)).update({ tray: 'spam' });
    await page.getByRole('button', { name: 'Undo' }).locator('visible=true').click();
    await page.getByRole('status').getByText('Undone: Archived 130 conversations.').waitFor();
    await eventually(open).toBe(130);
    expect(await stored(ada, 60)).toMatchObject({ tray: 'spam', status: 'open' });
    await rowOf(page, 0).waitFor();
  });
});
