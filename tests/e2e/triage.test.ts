import { VISITOR } from '@foyer/domain/participant';
import { Timestamp } from '@google-cloud/firestore';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { addMessage, putConversation } from '../support/conversation.ts';
import { deepTest } from '../support/sample.ts';
import { composer, dialog, hasFocus, message, row, signIn } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { APPEARS_MS, DESK, PHONE, someBrowser, useBrowser } from './support.ts';

useBrowser();
const cloud = openTestCloud();

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: APPEARS_MS });
const idOf = (index: number) => index.toString(16).padStart(32, '0');
const nameOf = (index: number) => `Mina ${`${index}`.padStart(2, '0')}`;

interface Letter {
  name: string;
  text: string;
  section: string | null;
}

/** Stores a conversation directly, by default `index` minutes old. */
async function place({ uid }: PageOwner, index: number, minutesAgo = index, more: Partial<Letter> = {}): Promise<void> {
  const at = Timestamp.fromMillis(Date.now() - minutesAgo * 60_000);
  const { name, text, section }: Letter = { name: nameOf(index), text: `Letter ${index}.`, section: null, ...more };
  await putConversation(await cloud.tables(), uid, idOf(index), { text, at, traits: { visitor: { name, locale: 'en' }, section } });
}

const stored = async ({ uid }: PageOwner, index: number) => (await (await cloud.tables()).conversation(uid, idOf(index)).get()).data();
const writes = async ({ uid }: PageOwner, index: number, text: string) =>
  addMessage(await cloud.tables(), uid, idOf(index), { sender: VISITOR, text });

async function inboxOf(count: number, viewport = DESK): Promise<{ ada: PageOwner; page: Page }> {
  const ada = await managerWithPage();
  await Promise.all(Array.from({ length: count }, (_, index) => place(ada, index)));
  const page = await (await someBrowser(viewport)).newPage();
  await signIn(page, ada);
  await row(page, `Letter ${count - 1}.`).waitFor();
  return { ada, page };
}

const link = (page: Page, index: number): Locator => row(page, nameOf(index)).getByRole('link');
const opened = (page: Page, index: number): Promise<void> => page.getByRole('heading', { name: nameOf(index), exact: true }).waitFor();
const said = (page: Page, text: string | RegExp): Promise<void> => page.getByRole('status').getByText(text).waitFor();

/** The numbers of the rows' visitors, in order. */
const order = (page: Page): Promise<number[]> =>
  page
    .locator('li[data-conversation]')
    .evaluateAll((rows) => rows.map((item) => Number.parseInt((item as HTMLElement).dataset.conversation ?? '', 16)));

describe('a manager who sorts the inbox', () => {
  test('clears fifteen conversations with fifteen keys plus replies, and keeps the place', async () => {
    const { ada, page } = await inboxOf(16);
    let keys = 0;
    const press = async (key: string) => {
      keys++;
      await page.keyboard.press(key);
    };
    await press('j');
    await press('Enter');
    for (let index = 0; index < 15; index++) {
      await opened(page, index);
      await eventually(() => hasFocus(link(page, index))).toBe(true);
      if (index % 5 === 2) {
        // A reply: focus the field, type, send and archive.
        await page.keyboard.press('r');
        await page.keyboard.type(`Answer ${index}`);
        await page.keyboard.press('Control+Enter');
      } else await press(index === 4 ? '!' : 'e');
      await eventually(() => row(page, nameOf(index)).count()).toBe(0);
    }
    await opened(page, 15);
    expect(keys).toBeLessThanOrEqual(15);
    await said(page, 'Archived Mina 14.');
    await eventually(() => stored(ada, 2)).toMatchObject({ status: 'archived', lastMessage: { preview: 'Answer 2' }, unread: 0 });
    await eventually(() => stored(ada, 4)).toMatchObject({ tray: 'spam' });
    await eventually(() => stored(ada, 14)).toMatchObject({ status: 'archived' });
  });

  test('keeps the reply field if they reach it before the next row has the focus', async () => {
    const { page } = await inboxOf(3);
    await link(page, 0).click();
    await opened(page, 0);
    await eventually(() => hasFocus(link(page, 0))).toBe(true);
    // The second key comes after the next conversation is rendered, and before the effects of that have run.
    await page.evaluate(async () => {
      const press = (key: string) =>
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      press('e');
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
      press('r');
    });
    await opened(page, 1);
    await eventually(() => row(page, nameOf(0)).count()).toBe(0);
    await page.waitForTimeout(500);
    expect(await hasFocus(composer(page))).toBe(true);
    await page.keyboard.type('e j k');
    expect(await composer(page).inputValue()).toBe('e j k');
  });

  test('replies and archives with three keys, moves by j and k, and marks only opened ones read', async () => {
    const { ada, page } = await inboxOf(4);
    await link(page, 1).click();
    await opened(page, 1);
    await eventually(async () => (await stored(ada, 1))?.unread).toBe(0);
    await page.keyboard.press('j');
    await opened(page, 2);
    await page.keyboard.press('j');
    await opened(page, 3);
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await opened(page, 1);
    expect(await hasFocus(link(page, 1))).toBe(true);
    await page.waitForTimeout(1500);
    expect((await stored(ada, 3))?.unread).toBe(1);

    // Answered and not archived, it stays in place.
    await page.keyboard.press('r');
    await page.keyboard.type('First answer');
    await page.keyboard.press('Enter');
    await message(page, 'First answer').waitFor();
    await eventually(async () => (await stored(ada, 1))?.lastMessage.preview).toBe('First answer');
    expect(await order(page)).toEqual([0, 1, 2, 3]);
    await page.keyboard.press('Escape');
    await page.getByRole('log').focus();
    await page.keyboard.press('Escape');
    await page.getByRole('log').waitFor({ state: 'detached' });
    expect(await hasFocus(link(page, 1))).toBe(true);
    expect(await order(page)).toEqual([0, 1, 2, 3]);
    await page.keyboard.press('Enter');
    await opened(page, 1);
    await page.keyboard.press('r');
    await page.keyboard.type('Second answer');
    await page.keyboard.press('Control+Enter');
    await opened(page, 2);
    await eventually(() => order(page)).toEqual([0, 2, 3]);
    await said(page, 'Sent, and archived Mina 01.');
    await page.keyboard.press('z');
    await opened(page, 1);
    await message(page, 'Second answer').waitFor();
    await eventually(() => order(page)).toEqual([0, 1, 2, 3]);
  });

  test('keeps the order while messages arrive, and shows them on request', async () => {
    const { ada, page } = await inboxOf(4);
    await link(page, 2).hover();
    await page.mouse.move(300, 300);
    await writes(ada, 3, 'Back again');
    await row(page, 'Back again').waitFor();
    await place(ada, 99, 0);
    const pill = page.getByRole('button', { name: '2 new' });
    await pill.waitFor();
    expect(await order(page)).toEqual([0, 1, 2, 3]);
    await page.keyboard.press('j');
    await page.mouse.move(900, 300);
    expect(await order(page)).toEqual([0, 1, 2, 3]);
    await pill.click();
    await eventually(() => order(page)).toEqual([99, 3, 0, 1, 2]);
    await row(page, nameOf(99)).waitFor();
    await eventually(() => page.getByRole('button', { name: '2 new' }).count()).toBe(0);
  });

  test('sees new conversations immediately while not using the list', async () => {
    const { ada, page } = await inboxOf(2);
    await page.mouse.move(1000, 500);
    await writes(ada, 1, 'First again');
    await eventually(() => order(page)).toEqual([1, 0]);
  });

  deepTest('returns to the list on a phone, at the next row', async () => {
    const { page } = await inboxOf(3, PHONE);
    await link(page, 1).click();
    await opened(page, 1);
    await page.getByRole('button', { name: 'Archive' }).locator('visible=true').first().click();
    await eventually(() => link(page, 2).isVisible()).toBe(true);
    await eventually(() => hasFocus(link(page, 2))).toBe(true);
    const bar = await page.getByText('Archived Mina 01.').last().boundingBox();
    const last = await row(page, nameOf(2)).boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  });
});

describe('undo', () => {
  test('restores row, focus and conversation, act by act, then reports nothing to undo', async () => {
    const { ada, page } = await inboxOf(4);
    await page.keyboard.press('z');
    await said(page, 'Nothing to undo.');
    await link(page, 1).click();
    await opened(page, 1);
    await page.keyboard.press('e');
    await opened(page, 2);
    await page.keyboard.press('!');
    await opened(page, 3);
    await said(page, 'Moved Mina 02 to spam.');
    await page.getByRole('button', { name: 'Dismiss' }).locator('visible=true').click();
    await page.keyboard.press('h');
    const recent = page.getByRole('dialog', { name: 'Recent actions' });
    // The dialog's file may still be loading.
    await eventually(() => recent.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('Moved Mina 02 to spam.'),
      expect.stringContaining('Archived Mina 01.'),
    ]);
    await recent.getByRole('button', { name: 'Undo: Archived Mina 01.' }).click();
    await opened(page, 1);
    await eventually(() => order(page)).toEqual([0, 1, 3]);
    await eventually(() => hasFocus(link(page, 1))).toBe(true);
    await said(page, 'Undone: Archived Mina 01.');
    await page.keyboard.press('z');
    await opened(page, 2);
    await eventually(() => order(page)).toEqual([0, 1, 2, 3]);
    await eventually(() => hasFocus(link(page, 2))).toBe(true);
    await eventually(() => stored(ada, 1)).toMatchObject({ status: 'open' });
    await page.keyboard.press('z');
    await said(page, 'Nothing to undo.');
  });

  test('keeps newer changes', async () => {
    const { ada, page } = await inboxOf(2);
    await link(page, 0).click();
    await opened(page, 0);
    await page.keyboard.press('e');
    await opened(page, 1);
    await eventually(() => stored(ada, 0)).toMatchObject({ status: 'archived' });
    const until = Timestamp.fromMillis(Date.now() + 86_400_000);
    await (await cloud.tables()).conversation(ada.uid, idOf(0)).update({ status: 'snoozed', snoozedUntil: until });
    await page.keyboard.press('z');
    await said(page, 'Nothing was undone: Mina 00 changed in the meantime.');
    expect(await stored(ada, 0)).toMatchObject({ status: 'snoozed', snoozedUntil: until });
  });

  deepTest('is shown where it covers neither the composer nor the list', async () => {
    const { page } = await inboxOf(16, { width: 390, height: 500 });
    await link(page, 3).click();
    await opened(page, 3);
    await page.getByRole('log').focus();
    await page.keyboard.press('n');
    const bar = page.getByRole('button', { name: 'Undo' }).locator('visible=true');
    await bar.waitFor();
    const [undo, field] = [await bar.boundingBox(), await composer(page).boundingBox()];
    expect((undo?.y ?? 0) + (undo?.height ?? 0)).toBeLessThan(field?.y ?? 0);
    await page.keyboard.press('e');
    await bar.waitFor();
    await link(page, 15).scrollIntoViewIfNeeded();
    await eventually(async () => {
      const [button, last] = [await bar.boundingBox(), await link(page, 15).boundingBox()];
      return (last?.y ?? 0) + (last?.height ?? 0) <= (button?.y ?? 0);
    }).toBe(true);
  });
});

describe('snooze', () => {
  test('accepts a digit, words typed anywhere, and a picked date, in the browser’s time zone', async () => {
    const { ada, page } = await inboxOf(4);
    await link(page, 0).click();
    await opened(page, 0);
    const dialog = page.getByRole('dialog', { name: 'Snooze' });
    await page.keyboard.press('s');
    await dialog.waitFor();
    await page.keyboard.press('3');
    await opened(page, 1);
    await said(page, /^Snoozed Mina 00 until tomorrow, 0?9:00\.$/);
    const until = async (index: number) => {
      await eventually(async () => (await stored(ada, index))?.status).toBe('snoozed');
      const at = (await stored(ada, index))?.snoozedUntil?.toMillis() ?? 0;
      return new Date(at).toLocaleString('en-GB', { timeZone: 'Europe/Berlin', weekday: 'short', hour: '2-digit', minute: '2-digit' });
    };
    expect(await until(0)).toMatch(/09:00$/);

    await page.keyboard.press('s');
    await page.keyboard.type('soon');
    await dialog.getByText('Try “fri 9am”').waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Another time').fill('fri 9:30am');
    await dialog.getByText(/^Until .*\b0?9:30\.$/).waitFor();
    expect(await dialog.getByLabel('Date and time').inputValue()).toMatch(/T09:30$/);
    await page.keyboard.press('Enter');
    await opened(page, 2);
    expect(await until(1)).toBe('Fri 09:30');

    await page.keyboard.press('s');
    const inTwoDays = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    await dialog.getByLabel('Date and time').fill(`${inTwoDays}T14:15`);
    await dialog.getByRole('button', { name: 'Snooze', exact: true }).click();
    await opened(page, 3);
    expect(await until(2)).toMatch(/14:15$/);
  });
});

describe('the list by keyboard, in forced colours and from right to left', () => {
  test('is one Tab stop with arrow keys for rows and buttons, and a skip link leads to it', async () => {
    const { page } = await inboxOf(5);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to conversations');
    await page.keyboard.press('Enter');
    expect(await hasFocus(link(page, 0))).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await hasFocus(link(page, 2))).toBe(true);
    expect(
      await page
        .locator('li[data-conversation] :is(a, button)')
        .evaluateAll((all) => all.filter((one) => (one as HTMLElement).tabIndex >= 0).length),
    ).toBe(1);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('li[data-conversation]'))).toBeNull();
    await page.keyboard.press('Shift+Tab');
    expect(await hasFocus(link(page, 2))).toBe(true);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await hasFocus(row(page, nameOf(2)).getByRole('button', { name: 'Snooze' }))).toBe(true);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await hasFocus(link(page, 2))).toBe(true);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await hasFocus(link(page, 3))).toBe(true);
  });

  deepTest('shows unread, selected and own items without our colours', async () => {
    const { page } = await inboxOf(3);
    await page.emulateMedia({ forcedColors: 'active' });
    await link(page, 1).click();
    await opened(page, 1);
    await composer(page).fill('My own words');
    await page.keyboard.press('Enter');
    const own = message(page, 'My own words');
    await own.waitFor();
    const look = (place: Locator) =>
      place.evaluate((element) => {
        const { backgroundColor, borderTopColor, borderTopStyle, borderTopWidth } = getComputedStyle(element);
        const system = (name: string) => {
          const probe = document.createElement('i');
          document.body.append(probe);
          probe.style.color = name;
          const { color } = getComputedStyle(probe);
          probe.remove();
          return color;
        };
        const isEdged = borderTopStyle === 'solid' && Number.parseFloat(borderTopWidth) >= 2;
        return { isFilled: backgroundColor === system('Highlight'), hasEdge: isEdged && borderTopColor === system('Highlight') };
      });
    expect(await look(link(page, 0).locator('> span').first()), 'unread').toMatchObject({ isFilled: true });
    expect(await look(link(page, 1).locator('> span').first()), 'read').toMatchObject({ isFilled: false });
    expect(await look(link(page, 1)), 'the open row').toMatchObject({ hasEdge: true });
    expect(await look(link(page, 2)), 'another row').toMatchObject({ hasEdge: false });
    expect(
      await look(
        page
          .getByRole('link', { name: /^Inbox/ })
          .locator('visible=true')
          .first(),
      ),
      'the view',
    ).toMatchObject({ hasEdge: true });
    expect(await look(own.locator('xpath=ancestor-or-self::*[@dir="auto"][1]')), 'an own bubble').toMatchObject({ hasEdge: true });
    await page.goto('/app/page');
    const preset = page.locator('label:has(input[name="preset"]:checked)');
    await page.getByRole('tab', { name: 'Look' }).click();
    await preset.waitFor();
    expect(await look(preset), 'the preset').toMatchObject({ hasEdge: true });
    expect(
      await look(page.locator('label:has(input[type="radio"]:checked):not(:has([name="preset"]))').first()),
      'a segment',
    ).toMatchObject({
      hasEdge: true,
    });
  });

  deepTest('shows a focus ring on a heading only after keyboard navigation', async () => {
    const { page } = await inboxOf(1);
    await page.goto('/app/page');
    await page.getByRole('tab', { name: 'You' }).waitFor();
    const heading = page.getByRole('heading', { level: 1 });
    const ring = () => heading.evaluate((element) => getComputedStyle(element).outlineStyle);
    await eventually(() => hasFocus(heading)).toBe(true);
    expect(await ring()).toBe('none');
    await page.keyboard.press('Tab');
    await page.getByRole('link', { name: 'Share' }).locator('visible=true').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Share', exact: true }).waitFor();
    await eventually(() => hasFocus(heading)).toBe(true);
    expect(await ring()).toBe('solid');
  });

  deepTest('truncates a visitor’s text at its end, in either direction', async () => {
    const ada = await managerWithPage();
    const arabic = 'مرحبا '.repeat(30).trim();
    await place(ada, 0, 0, { name: arabic.slice(0, 90), text: arabic, section: arabic.slice(0, 60) });
    const page = await (await someBrowser()).newPage();
    await signIn(page, ada);
    const item = page.locator('li[data-conversation]');
    await item.getByRole('link').click();
    await page.getByRole('log').waitFor();
    await page.getByRole('log').focus();
    /** For each truncated element, whether its first letter is visible. */
    const beginnings = (within: string) =>
      page.locator(`${within} .truncate`).evaluateAll((all) =>
        all
          .filter((element) => /[\u0600-\u06ff]/.test(element.textContent ?? '') && element.scrollWidth > element.clientWidth)
          .map((element) => {
            const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text;
            const range = document.createRange();
            range.setStart(text, 0);
            range.setEnd(text, 1);
            const [letter, frame] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
            return letter.left >= frame.left - 1 && letter.right <= frame.right + 1;
          }),
      );
    expect(await beginnings('li[data-conversation]')).toEqual([true, true, true]);
    expect(await beginnings('main header')).toContain(true);
    expect(await beginnings('main header')).not.toContain(false);
    await page.keyboard.press('s');
    await dialog(page).waitFor();
    expect(await beginnings('dialog')).toEqual([true]);
  });
});
