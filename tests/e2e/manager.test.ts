import { VISITOR } from '@foyer/domain/participant';
import { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PASSWORD } from '../support/account.ts';
import { openTestCloud } from '../support/cloud.ts';
import { addMessage, begun, fromVisitor } from '../support/conversation.ts';
import { emulators } from '../support/emulators.ts';
import { deepTest } from '../support/sample.ts';
import { composer, dialog, message, row, signInWithForm, signOut } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { APPEARS_MS, PHONE, someBrowser, useBrowser } from './support.ts';

useBrowser();
const cloud = openTestCloud();

const Letters = z.object({ oobCodes: z.array(z.object({ email: z.string(), requestType: z.string(), oobLink: z.string() })) });

/** The link in the last email that the Auth emulator would have sent. */
async function letterTo(email: string, type: 'VERIFY_EMAIL' | 'PASSWORD_RESET'): Promise<string> {
  const { projectId, auth } = emulators();
  const find = async () => {
    const answer = await fetch(`${auth}/emulator/v1/projects/${projectId}/oobCodes`);
    return Letters.parse(await answer.json()).oobCodes.findLast((letter) => letter.email === email && letter.requestType === type)?.oobLink;
  };
  await expect.poll(find, { timeout: APPEARS_MS }).toBeDefined();
  return (await find()) ?? '';
}

/** Stores conversations directly, each a minute older than the previous one. */
async function fillInbox({ uid }: PageOwner, count: number): Promise<void> {
  const db = await cloud.firestore();
  const table = await cloud.tables();
  const writer = db.bulkWriter();
  for (let index = 0; index < count; index++) {
    const at = Timestamp.fromMillis(Date.now() - index * 60_000);
    const conversationId = index.toString(16).padStart(32, '0');
    const traits = { visitor: { name: `Visitor ${index}`, locale: 'en' }, unread: 0 };
    const { first, conversation } = begun({ text: `Letter number ${index}.`, at, traits });
    writer.create(table.conversation(uid, conversationId), conversation);
    writer.create(table.message(uid, conversationId, first.id), first.message);
  }
  await writer.close();
}

const TOUCH = { hasTouch: true, isMobile: true };

/** Swipes a finger over the middle of a row, as touch events from the screen. */
async function swipe(page: Page, place: Locator, dx: number, dy = 0): Promise<void> {
  const box = await place.boundingBox();
  if (!box) throw new Error('This row is not shown.');
  const [x, y] = [box.x + box.width / 2 - dx / 2, box.y + box.height / 2];
  const screen = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
    screen.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', { x, y });
  for (const part of [0.1, 0.3, 0.6, 1]) await touch('touchMove', { x: x + dx * part, y: y + dy * part });
  await touch('touchEnd');
  await screen.detach();
}

describe('a manager', () => {
  test('starts on the front page, signs up, confirms the email, and claims a free address', async () => {
    const other = await managerWithPage();
    const context = await someBrowser();
    const page = await context.newPage();
    const email = `${nanoid().toLowerCase()}@example.com`;
    await page.goto('/');
    await page.getByLabel('Your page’s address').fill(other.slug);
    await page.getByRole('button', { name: 'Create your page' }).click();
    await page.getByText(`Create an account to claim`).waitFor();
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill('short');
    await page.getByRole('button', { name: 'Create my account' }).click();
    await expect.poll(() => page.getByText('Check your email').count()).toBe(0);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Create my account' }).click();
    await page.getByText('Check your email').waitFor();
    const link = await letterTo(email, 'VERIFY_EMAIL');
    expect(new URL(link).searchParams.get('continueUrl')).toMatch(new RegExp(`/app/sign-up\\?slug=${other.slug}$`));
    await fetch(link);

    await page.getByText('Name your page').waitFor();
    await page.getByText('already taken.').waitFor();
    await page.getByLabel('Your name').fill('Grace Holloway');
    const slug = page.getByLabel('Your page’s address');
    expect(await slug.inputValue()).toBe(other.slug);
    await slug.fill('admin');
    await page.getByText('This address is reserved.').waitFor();
    await slug.fill(other.slug);
    await page.getByText('already taken.').waitFor();
    const suggestion = (await page.getByRole('button', { name: /^Use / }).textContent()) ?? '';
    await page.getByRole('button', { name: /^Use / }).click();
    await page.getByText('Available', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Create my page' }).click();

    const claimed = suggestion.replace('Use ', '');
    await page.getByRole('button', { name: 'Skip to my inbox' }).click();
    await page.getByText(claimed).first().waitFor();
    const visitor = await (await someBrowser()).newPage();
    await visitor.goto(`/${claimed}`);
    await visitor.getByRole('heading', { name: 'Grace Holloway' }).waitFor();
  });

  test('signs up with Google, without confirming an address', async () => {
    const page = await (await someBrowser()).newPage();
    page.on('dialog', (dialog) => dialog.accept(`${nanoid().toLowerCase()}@example.com`));
    await page.goto('/app');
    await page.getByRole('button', { name: 'Continue with Google' }).click();
    await page.getByText('Name your page').waitFor();
    await page.getByLabel('Your name').fill('Google Person');
    await expect.poll(() => page.getByLabel('Your page’s address').inputValue()).toBe('google-person');
    await page.getByLabel('Your page’s address').fill(`google-${process.pid}`);
    await page.getByText('Available', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Create my page' }).click();
    await page.getByRole('button', { name: 'Skip to my inbox' }).click();
    await page.locator('nav[aria-label="Views"]:visible').first().waitFor();
  });

  test('learns only that a wrong password is wrong, and can set a new one', async () => {
    const ada = await managerWithPage();
    const page = await (await someBrowser()).newPage();
    const complaint = async (email: string) => {
      await page.goto('/app');
      await page.getByLabel('Email').fill(email);
      await page.getByLabel('Password').fill('not the password 1');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      const alert = page.getByRole('alert').filter({ hasText: /\w/ });
      await alert.first().waitFor();
      return alert.first().textContent();
    };
    expect(await complaint(ada.email)).toBe(await complaint('nobody@example.com'));
    await page.getByRole('button', { name: 'Forgot your password?' }).click();
    await page.getByLabel('Email').fill(ada.email);
    await page.locator('form button[type=submit]').click();
    const link = new URL(await letterTo(ada.email, 'PASSWORD_RESET'));
    link.searchParams.set('newPassword', 'another-door-2027');
    await fetch(link);
    await signInWithForm(page, { email: ada.email, password: 'another-door-2027' });
  });

  test('signs out, and the inbox disappears from the screen and the browser', async () => {
    const ada = await managerWithPage();
    await fillInbox(ada, 2);
    const page = await (await someBrowser()).newPage();
    await signInWithForm(page, ada);
    await row(page, 'Letter number 1.').waitFor();
    await page.reload();
    await row(page, 'Letter number 1.').waitFor();
    await page.getByRole('button', { name: 'Ada Moreau' }).click();
    await signOut(page);
    await page.reload();
    await page.getByLabel('Password').waitFor();
    expect(await page.getByText('Letter number').count()).toBe(0);
    const kept = await page.evaluate(async () =>
      (await indexedDB.databases()).map(({ name }) => name ?? '').filter((name) => name.startsWith('firestore')),
    );
    expect(kept).toEqual([]);
  });

  test('sees the address to share if the inbox is empty', async () => {
    const ada = await managerWithPage();
    const page = await (await someBrowser()).newPage();
    await signInWithForm(page, ada);
    await page.getByText(`/${ada.slug}`).locator('visible=true').first().waitFor();
    await page.getByText('Nothing is waiting for you.').locator('visible=true').first().waitFor();
  });

  test('pages through many conversations, and keeps all of them when a newer one arrives', async () => {
    const ada = await managerWithPage();
    await fillInbox(ada, 70);
    const page = await (await someBrowser()).newPage();
    await signInWithForm(page, ada);
    await row(page, 'Letter number 0.').waitFor();
    expect(await page.locator('li[data-conversation]').count()).toBe(30);
    // Scrolling to the end loads the next page.
    await row(page, 'Letter number 29.').scrollIntoViewIfNeeded();
    await row(page, 'Letter number 59.').scrollIntoViewIfNeeded();
    await row(page, 'Letter number 69.').scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: 'Load more' }).waitFor({ state: 'detached' });
    const table = await cloud.tables();
    await addMessage(table, ada.uid, (69).toString(16).padStart(32, '0'), { sender: VISITOR, text: 'Back from far below' });
    await expect.poll(() => page.locator('li[data-conversation]').last().textContent()).toContain('Back from far below');
    await page.getByRole('button', { name: '1 new' }).click();
    await expect.poll(() => page.locator('li[data-conversation]').first().textContent()).toContain('Back from far below');
    for (const index of [0, 29, 30, 59, 60, 68]) {
      await row(page, `Letter number ${index}.`).scrollIntoViewIfNeeded();
      expect(await row(page, `Letter number ${index}.`).count(), `${index}`).toBe(1);
    }
  });

  deepTest('renders only the rows near the visible ones, and returns to where a list was', async () => {
    const ada = await managerWithPage();
    await fillInbox(ada, 230);
    const page = await (await someBrowser()).newPage();
    await signInWithForm(page, ada);
    const rows = page.locator('li[data-conversation]');
    const first = row(page, 'Letter number 0.').getByRole('link');
    await first.focus();
    // By keyboard through the whole list: each page is loaded on the way, and the focus is never lost.
    for (let index = 1; index < 230; index++) {
      await row(page, `Letter number ${index}.`).waitFor();
      await page.keyboard.press('j');
      await row(page, `Letter number ${index}.`).getByRole('link').and(page.locator(':focus')).waitFor();
    }
    expect(await rows.count()).toBeLessThanOrEqual(130);
    expect(await first.count()).toBe(0);
    const scroller = rows.first().locator('xpath=ancestor::*[contains(@class, "overflow-y-auto")][1]');
    const top = await scroller.evaluate((element) => element.scrollTop);
    expect(top).toBeGreaterThan(200 * 60);
    await page.keyboard.press('Enter');
    await message(page, 'Letter number 229.').waitFor();
    await page.goBack();
    await row(page, 'Letter number 229.').waitFor();
    expect(Math.abs((await scroller.evaluate((element) => element.scrollTop)) - top)).toBeLessThanOrEqual(64);
    await page.keyboard.press('2');
    await page.getByRole('heading', { name: 'Snoozed' }).waitFor();
    await page.keyboard.press('1');
    await row(page, 'Letter number 229.').waitFor();
    expect(await scroller.evaluate((element) => element.scrollTop)).toBeGreaterThan(200 * 60);
  });

  test('reads a long conversation from its end, and older messages by scrolling', async () => {
    const ada = await managerWithPage();
    await fillInbox(ada, 1);
    const table = await cloud.tables();
    const messages = table.messages(ada.uid, '0'.repeat(32));
    const writer = (await cloud.firestore()).bulkWriter();
    for (let index = 1; index <= 120; index++) {
      writer.create(messages.doc(nanoid()), fromVisitor(`Line ${index}!`, Timestamp.fromMillis(Date.now() + index * 1000)));
    }
    await writer.close();
    const page = await (await someBrowser()).newPage();
    await signInWithForm(page, ada);
    await row(page, 'Letter number 0.').getByRole('link').click();
    await message(page, 'Line 120!').waitFor();
    expect(await message(page, 'Line 70!').count()).toBe(0);
    await page.getByRole('button', { name: /older/i }).waitFor();
    for (const line of ['Line 30!', 'Line 1!']) {
      await page.getByRole('log').evaluate((log) => log.scrollTo({ top: -log.scrollHeight }));
      await message(page, line).waitFor();
    }
    expect(await message(page, 'Line 120!').count()).toBe(1);
  });

  test('can do everything by keyboard', async () => {
    const ada = await managerWithPage();
    await fillInbox(ada, 3);
    const page = await (await someBrowser()).newPage();
    await signInWithForm(page, ada);
    await row(page, 'Letter number 2.').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('log').waitFor();
    await page.keyboard.press('r');
    await expect.poll(() => composer(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('By keyboard');
    await page.keyboard.press('Enter');
    await message(page, 'By keyboard').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await expect.poll(() => page.locator('li[data-conversation]').count()).toBe(2);
    await page.keyboard.press('?');
    await dialog(page).waitFor();
  });

  test('can use a phone, with the browser’s back button', async () => {
    const ada = await managerWithPage();
    await fillInbox(ada, 2);
    const page = await (await someBrowser(PHONE)).newPage();
    await signInWithForm(page, ada);
    await row(page, 'Letter number 1.').getByRole('link').click();
    await message(page, 'Letter number 1.').waitFor();
    expect(await row(page, 'Letter number 0.').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.goBack();
    await expect.poll(() => row(page, 'Letter number 0.').isVisible()).toBe(true);
  });

  deepTest('reaches every screen and list on a phone by a bar that makes room for the keyboard', async () => {
    const ada = await managerWithPage();
    await fillInbox(ada, 1);
    const page = await (await someBrowser(PHONE, TOUCH)).newPage();
    await signInWithForm(page, ada);
    await row(page, 'Letter number 0.').waitFor();
    const bar = page.getByRole('navigation', { name: 'Main' });
    const screens = [
      ['My page', '/app/page', 'My page'],
      ['Share', '/app/share', 'Share'],
      ['Me', '/app/me', ada.name],
      ['Inbox', '/app/', 'Conversations'],
    ] as const;
    for (const [name, path, heading] of screens) {
      await bar.getByRole('link', { name }).tap();
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
      expect(new URL(page.url()).pathname).toBe(path);
      expect(await bar.getByRole('link', { name }).getAttribute('aria-current')).toBe('page');
    }
    await page.getByRole('button', { name: 'Inbox' }).tap();
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Archive' }).tap();
    await page.getByText('No archived conversations').waitFor();
    expect(await page.getByRole('link', { name: 'Snoozed' }).count()).toBe(0);

    await bar.getByRole('link', { name: 'Share' }).tap();
    await page.getByLabel('New address').tap();
    await expect.poll(() => bar.count()).toBe(0);
    await page.getByRole('heading', { name: 'Share', level: 1 }).tap();
    await bar.waitFor();
    await bar.getByRole('link', { name: 'Inbox' }).tap();
    await row(page, 'Letter number 0.').getByRole('link').tap();
    await message(page, 'Letter number 0.').waitFor();
    expect(await bar.isVisible()).toBe(false);
  });

  deepTest('archives by a swipe to the end of the line, and snoozes by one to the start', async () => {
    const ada = await managerWithPage();
    await fillInbox(ada, 6);
    const page = await (await someBrowser(PHONE, TOUCH)).newPage();
    await signInWithForm(page, ada);
    const rows = page.locator('li[data-conversation]');
    await expect.poll(() => rows.count()).toBe(6);

    // Too short, downwards, or by a mouse: nothing happens.
    await swipe(page, row(page, 'Letter number 0.'), 60);
    await swipe(page, row(page, 'Letter number 0.'), 60, 200);
    await page.mouse.move(100, 100);
    await page.mouse.down();
    await page.mouse.move(300, 100, { steps: 5 });
    await page.mouse.up();
    expect(await rows.count()).toBe(6);
    expect(new URL(page.url()).pathname).toBe('/app/');

    await swipe(page, row(page, 'Letter number 0.'), 200);
    await expect.poll(() => rows.count()).toBe(5);
    await page.getByRole('status').getByText('Archived Visitor 0.').waitFor();
    await swipe(page, row(page, 'Letter number 1.'), -200);
    await page.getByRole('dialog', { name: 'Snooze' }).getByRole('button').first().tap();
    await expect.poll(() => rows.count()).toBe(4);

    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await swipe(page, row(page, 'Letter number 2.'), -200);
    await expect.poll(() => rows.count()).toBe(3);
    await swipe(page, row(page, 'Letter number 3.'), 200);
    await page.getByRole('dialog', { name: 'Snooze' }).waitFor();
  });

  test('of another page, or without the role, reads nothing', async () => {
    const ada = await managerWithPage();
    await fillInbox(ada, 1);
    const other = await managerWithPage('Berthe Klein');
    const page = await (await someBrowser()).newPage();
    await signInWithForm(page, other).catch(() => {});
    await page.goto(`/app/c/${'0'.repeat(32)}`);
    await page.getByText('Conversation not found').waitFor();
  });
});
