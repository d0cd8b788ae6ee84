import { afterMessage } from '@foyer/domain/after-message';
import { newTextMessage } from '@foyer/domain/new-message';
import type { ParticipantId } from '@foyer/domain/participant';
import { FieldValue, Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { deepTest, sampleOf } from '../support/sample.ts';
import { composer, row, signIn } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { APPEARS_MS, PHONE, SIZES, someBrowser, useBrowser, visit } from './support.ts';
import { begin, box, bubble, conversationId, isLive, kept, write } from './visitor-page.ts';

useBrowser();

const cloud = openTestCloud();
let ada: PageOwner;
beforeAll(async () => {
  ada = await managerWithPage();
});

type Stored = [sender: ParticipantId, text: string];

/** Stores messages of either participant in one commit, because a trigger of the first would lock the conversation for the second. */
async function stored(where: Page | string, ...messages: Stored[]): Promise<void> {
  const table = await cloud.tables();
  const id = typeof where === 'string' ? where : await conversationId(where);
  const conversation = table.conversation(ada.uid, id);
  const batch = table.batch();
  const now = Date.now();
  for (const [index, [sender, text]] of messages.entries()) {
    const at = Timestamp.fromMillis(now - messages.length + 1 + index);
    const added = { id: nanoid(), message: newTextMessage({ sender, text }, at) };
    batch.create(table.message(ada.uid, conversation.id, added.id), added.message);
    if (index === messages.length - 1)
      batch.update(conversation, afterMessage({}, added, { now: at, oneMore: () => FieldValue.increment(messages.length) }));
  }
  await batch.commit();
}

/** A conversation longer than a screen. */
async function longConversation(first: string): Promise<Page> {
  const page = await visit(`/${ada.slug}`, PHONE);
  await begin(page, first);
  await page.getByRole('button', { name: 'Done' }).click();
  await isLive(page);
  const lines = Array.from(
    { length: 12 },
    (_, index): Stored => [index % 2 ? 'visitor' : 'manager', `Line ${index + 1}\nand\nmore\nof it`],
  );
  await stored(page, ...lines);
  await bubble(page, 'Line 12 and more of it').waitFor();
  return page;
}

const log = (page: Page) => page.getByRole('log');
const scrollTop = (page: Page) => log(page).evaluate((element) => element.scrollTop);
const isInView = (page: Page, text: string) =>
  bubble(page, text).evaluate((element) => {
    const [own, frame] = [element.getBoundingClientRect(), element.closest('[role=log]')?.getBoundingClientRect()];
    return frame !== undefined && own.top < frame.bottom && own.bottom > frame.top;
  });

describe('a visitor who reads further up', () => {
  test('stays there, sees the number of new messages, and can jump to the first', async () => {
    const page = await longConversation('Reading further up');
    await log(page).evaluate((element) => element.scrollTo({ top: 0 }));
    const button = page.getByRole('button', { name: /new message/i });
    await stored(page, ['manager', 'The first answer']);
    await button.waitFor();
    expect([await button.textContent(), await scrollTop(page)]).toEqual(['New message', 0]);
    await stored(page, ['manager', 'The second answer']);
    await expect.poll(() => button.textContent()).toBe('2 new messages');
    expect([await isInView(page, 'The first answer'), await scrollTop(page)]).toEqual([false, 0]);
    // The log itself announces new messages: the button is outside of it, and not in a live region.
    expect(await button.evaluate((element) => element.closest('[role=log], [aria-live], [role=status], [role=alert]'))).toBeNull();

    await button.click();
    expect(await isInView(page, 'The first answer')).toBe(true);
    await expect.poll(() => button.count(), { timeout: APPEARS_MS }).toBe(0);
    expect(await log(page).evaluate((element) => element === document.activeElement)).toBe(true);
  });

  deepTest('loses the hint by scrolling there, and by sending', async () => {
    const page = await longConversation('Scrolling there');
    const button = page.getByRole('button', { name: 'New message' });
    for (const reach of [
      () => log(page).evaluate((element) => element.scrollTo({ top: element.scrollHeight })),
      () => write(page, 'An own message'),
    ]) {
      await log(page).evaluate((element) => element.scrollTo({ top: 0 }));
      await stored(page, ['manager', 'An answer']);
      await button.waitFor();
      await reach();
      await expect.poll(() => button.count(), { timeout: APPEARS_MS }).toBe(0);
    }
    await bubble(page, 'An own message').waitFor();
    await expect.poll(() => isInView(page, 'An own message')).toBe(true);
  });

  deepTest('gets no hint at the end, nor for messages sent from another device', async () => {
    const page = await longConversation('At the end');
    await stored(page, ['manager', 'Seen immediately']);
    await expect.poll(() => isInView(page, 'Seen immediately')).toBe(true);
    await log(page).evaluate((element) => element.scrollTo({ top: 0 }));
    await stored(page, ['visitor', 'From my other phone']);
    await bubble(page, 'From my other phone').waitFor();
    expect(await page.getByRole('button', { name: /new message/i }).count()).toBe(0);
    expect(await box(page).isVisible()).toBe(true);
  });
});

describe('a long conversation', () => {
  const lines = (name: string, count: number, sender: ParticipantId) =>
    Array.from({ length: count }, (_, index): Stored => [sender, `${name} ${index + 1}\nand\nmore\nof it`]);
  const line = (page: Page, text: string) => bubble(page, `${text} and more of it`);
  /** Found and measured in one step: a message is rendered again when older ones join its group. */
  const topOf = (page: Page, text: string) =>
    log(page).evaluate((element, wanted) => {
      const found = [...element.querySelectorAll('[data-message]')].find(({ textContent }) => textContent?.startsWith(`${wanted}\n`));
      return Math.round(found?.getBoundingClientRect().top ?? Number.NaN);
    }, text);

  test('opens for its visitor at the first new message, and loads older ones on scrolling', async () => {
    const page = await longConversation('So long ago');
    const old = lines('Old', 55, 'manager');
    await stored(page, ...old.slice(0, 30));
    await line(page, 'Old 30').waitFor();
    await stored(page, ...old.slice(30));
    await expect.poll(() => isInView(page, 'Old 55 and more of it')).toBe(true);
    const last = async () =>
      (
        await (
          await cloud.tables()
        )
          .messages(ada.uid, await conversationId(page))
          .orderBy('createdAt')
          .get()
      ).docs.at(-1);
    const readUntil = async () => (await kept(page)).readAt;
    await expect.poll(readUntil).toBe((await last())?.data().createdAt.toMillis());
    const id = await conversationId(page);
    await page.goto('about:blank');
    await stored(id, ...lines('Fresh', 6, 'manager'));
    await page.goto(`/${ada.slug}`);
    await page.getByText('New', { exact: true }).waitFor();
    await expect.poll(() => isInView(page, 'Fresh 1 and more of it')).toBe(true);
    expect(await isInView(page, 'Fresh 6 and more of it')).toBe(false);
    expect(await log(page).locator('.new + .group').first().textContent()).toContain('Fresh 1');

    await isLive(page);
    expect(await line(page, 'Line 12').count()).toBe(0);
    await page.getByRole('button', { name: 'Older messages' }).waitFor();
    await log(page).evaluate((element) => element.scrollTo({ top: 100 }));
    const before = await topOf(page, 'Old 13');
    await line(page, 'Line 12').waitFor();
    expect(Math.abs((await topOf(page, 'Old 13')) - before)).toBeLessThan(4);
  });

  test('marks messages that came while the visitor looked elsewhere, until they answer', async () => {
    const page = await longConversation('Elsewhere');
    const look = (visibilityState: string) =>
      page.evaluate((value) => Object.defineProperty(document, 'visibilityState', { value, configurable: true }), visibilityState);
    await look('hidden');
    await stored(page, ['manager', 'While you were away']);
    await page.getByText('New', { exact: true }).waitFor();
    await look('visible');
    await write(page, 'Back again');
    await bubble(page, 'Back again').waitFor();
    await expect.poll(() => page.getByText('New', { exact: true }).count()).toBe(0);
  });

  test('opens for the manager at the first new message', async () => {
    const visitor = await longConversation('Read some of it');
    const id = await conversationId(visitor);
    const conversation = (await cloud.tables()).conversation(ada.uid, id);
    await conversation.update({ unread: 0 });
    await stored(visitor, ...lines('Fresh', 9, 'visitor'));
    const page = await (await someBrowser(PHONE)).newPage();
    await signIn(page, ada);
    await row(page, 'Fresh 9').first().click();
    await page.getByText('New', { exact: true }).waitFor();
    await expect.poll(() => isInView(page, 'Fresh 1 and more of it')).toBe(true);
    expect(await isInView(page, 'Fresh 9 and more of it')).toBe(false);
    await expect.poll(async () => (await conversation.get()).data()?.unread).toBe(0);
    expect(await page.getByText('New', { exact: true }).count()).toBe(1);
  });
});

test.each(sampleOf(SIZES, [SIZES[0]]))('a manager who reads further up gets the same hint: %s', async (name, viewport) => {
  const first = `A long one for ${name}`;
  const visitor = await longConversation(first);
  const page = await (await someBrowser(viewport)).newPage();
  await signIn(page, ada);
  await row(page, 'Line 12').first().click();
  await composer(page).waitFor();
  await bubble(page, 'Line 12 and more of it').waitFor();
  await log(page).evaluate((element) => element.scrollTo({ top: -element.scrollHeight }));
  await page.getByRole('button', { name: 'Newest' }).waitFor();
  const before = await scrollTop(page);
  await write(visitor, 'A question');
  await page.getByRole('button', { name: 'New message' }).waitFor();
  await write(visitor, 'Another question');
  const button = page.getByRole('button', { name: '2 new messages' });
  await button.waitFor();
  expect(Math.abs((await scrollTop(page)) - before)).toBeLessThan(400);
  expect(await isInView(page, 'A question')).toBe(false);
  await button.click();
  await expect.poll(() => isInView(page, 'A question')).toBe(true);
  await expect.poll(() => button.count()).toBe(0);
});
