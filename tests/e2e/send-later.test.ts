import { paths } from '@foyer/domain/paths';
import { sendScheduledReplies } from '@foyer/functions/conversations/send-scheduled-replies';
import { Timestamp } from '@google-cloud/firestore';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { sampleOf } from '../support/sample.ts';
import { findings, STILL } from './axe.ts';
import { composer, dialog, message, row, signIn } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { DESK, PHONE, SIZES, someBrowser, useBrowser, visit } from './support.ts';
import { begin, bubble, write } from './visitor-page.ts';

useBrowser();
const cloud = openTestCloud();

const LETTER = 'Shall we meet?';
const ANSWER = 'On Monday at ten.';

async function opened(ada: PageOwner, viewport = DESK): Promise<Page> {
  const page = await (await someBrowser(viewport)).newPage();
  await signIn(page, ada);
  await row(page, LETTER).getByRole('link').click();
  await message(page, LETTER).waitFor();
  await page.getByRole('button', { name: 'Send options' }).waitFor();
  return page;
}

/** A message, and not the scheduled reply that it was. */
const arrived = (page: Page, text: string): Locator => page.locator('[data-message]').filter({ hasText: text });
const scheduled = (page: Page, text: string): Locator => page.getByRole('group', { name: 'Scheduled reply' }).filter({ hasText: text });

async function askLater(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send options' }).click();
  await page.getByRole('menuitem', { name: 'Send later…' }).click();
  await dialog(page).waitFor();
}

async function place({ uid }: PageOwner) {
  const db = await cloud.firestore();
  const [conversation] = (await db.collection(paths.conversations(uid)).get()).docs;
  return { db, uid, conversationId: conversation?.id ?? '' };
}

async function stored(ada: PageOwner): Promise<{ text: string; atMs: number }[]> {
  const { db, uid, conversationId } = await place(ada);
  const { docs } = await db.collection(paths.scheduled(uid, conversationId)).get();
  const listed = (await db.doc(paths.conversation(uid, conversationId)).get()).data()?.scheduled as string[];
  expect(docs.map(({ id }) => id).sort()).toEqual([...listed].sort());
  return docs.map((found) => ({ text: found.data().text as string, atMs: (found.data().sendAt as Timestamp)?.toMillis() ?? 0 }));
}

/** Moves every scheduled reply into the past, and sends what is due, as the scheduled function does. */
async function letTimePass(ada: PageOwner): Promise<number> {
  const { db, uid, conversationId } = await place(ada);
  const { docs } = await db.collection(paths.scheduled(uid, conversationId)).get();
  await Promise.all(docs.map(({ ref }) => ref.update({ sendAt: Timestamp.fromMillis(Date.now() - 1000) })));
  return sendScheduledReplies(cloud);
}

test('a reply is scheduled, changed, edited and deleted, and arrives once at its time', async () => {
  const ada = await managerWithPage();
  const visitor = await visit(`/${ada.slug}`);
  await begin(visitor, LETTER);
  const [page, phone] = [await opened(ada), await opened(ada, PHONE)];

  // Without text there is nothing to send.
  expect(await page.getByRole('button', { name: 'Send options' }).isDisabled()).toBe(true);
  await composer(page).fill(ANSWER);
  await askLater(page);
  await dialog(page).getByRole('button', { name: 'Tomorrow' }).click();
  await scheduled(page, ANSWER).getByText('Scheduled for tomorrow, 9:00').waitFor();
  expect(await composer(page).inputValue()).toBe('');
  expect(await composer(page).evaluate((element) => element === document.activeElement)).toBe(true);
  const tomorrow = await page.evaluate(() => {
    const date = new Date();
    date.setDate(date.getDate() + 1);
    return date.setHours(9, 0, 0, 0);
  });
  await expect.poll(() => stored(ada)).toEqual([{ text: ANSWER, atMs: tomorrow }]);
  await row(page, LETTER).getByText('Reply scheduled').waitFor({ state: 'attached' });

  // It can be taken back, and scheduled by key.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => composer(page).inputValue()).toBe(ANSWER);
  await expect.poll(() => stored(ada)).toEqual([]);
  await expect.poll(() => scheduled(page, ANSWER).count()).toBe(0);
  await composer(page).press('Control+Shift+Enter');
  await dialog(page).waitFor();
  await page.keyboard.press('3');
  await expect.poll(() => stored(ada)).toEqual([{ text: ANSWER, atMs: tomorrow }]);

  // The other device has it, and changes the time.
  await scheduled(phone, ANSWER).getByRole('button', { name: 'Change time' }).click();
  await dialog(phone).getByLabel('Another time').fill('in 3 years');
  await dialog(phone).getByText('Choose a time within a year.').waitFor();
  await dialog(phone).getByLabel('Another time').fill('in 3 days');
  await dialog(phone).getByRole('button', { name: 'Schedule' }).click();
  const inThreeDays = tomorrow + 2 * 86_400_000;
  await expect.poll(async () => (await stored(ada)).map(({ atMs }) => Math.abs(atMs - inThreeDays) <= 3_600_000)).toEqual([true]);
  await expect.poll(() => scheduled(page, ANSWER).getByText('tomorrow').count()).toBe(0);

  // While it is edited it isn't sent. What was in the field comes back.
  await composer(page).fill('Something else');
  await scheduled(page, ANSWER).getByRole('button', { name: 'Edit scheduled reply' }).click();
  await expect.poll(() => composer(page).inputValue()).toBe(ANSWER);
  await page.getByText('You’re editing the reply scheduled for').waitFor();
  await expect.poll(() => stored(ada)).toEqual([]);
  await page.reload();
  await page.getByText('You’re editing the reply scheduled for').waitFor();
  await composer(page).fill('Never mind');
  // It is back before a key could come.
  const back = await page.getByRole('button', { name: 'Cancel' }).evaluate(async (button: HTMLElement) => {
    button.click();
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    return document.querySelector<HTMLTextAreaElement>('[data-composer]')?.value;
  });
  expect(back).toBe('Something else');
  await scheduled(page, ANSWER).waitFor();
  await expect.poll(async () => (await stored(ada)).map(({ text }) => text)).toEqual([ANSWER]);
  await scheduled(page, ANSWER).getByRole('button', { name: 'Edit scheduled reply' }).click();
  // `fill` selects and types in two steps: the reply's text could come between them.
  await expect.poll(() => composer(page).inputValue()).toBe(ANSWER);
  await composer(page).fill('On Tuesday at ten.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await scheduled(page, 'On Tuesday at ten.').waitFor();
  await expect.poll(async () => (await stored(ada)).map(({ text }) => text)).toEqual(['On Tuesday at ten.']);

  await scheduled(page, 'On Tuesday at ten.').getByRole('button', { name: 'Delete scheduled reply' }).click();
  await expect.poll(() => stored(ada)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await scheduled(page, 'On Tuesday at ten.').waitFor();
  await expect.poll(async () => (await stored(ada)).map(({ text }) => text)).toEqual(['On Tuesday at ten.']);

  // The visitor sees nothing of it, and writes.
  expect(await visitor.content()).not.toContain('Tuesday');
  await write(visitor, 'Or on Tuesday?');
  await scheduled(page, 'On Tuesday at ten.').getByText('They’ve written since you scheduled this.').waitFor();

  expect(await letTimePass(ada)).toBe(1);
  await bubble(visitor, 'On Tuesday at ten.').waitFor();
  await arrived(page, 'On Tuesday at ten.').waitFor();
  await arrived(phone, 'On Tuesday at ten.').waitFor();
  await expect.poll(() => page.getByRole('group', { name: 'Scheduled reply' }).count()).toBe(0);
  expect(await letTimePass(ada)).toBe(0);
  expect(await bubble(visitor, 'On Tuesday at ten.').count()).toBe(1);
  await expect.poll(() => row(page, 'On Tuesday at ten.').getByText('Reply scheduled').count()).toBe(0);
});

test('a reply that was scheduled offline is stored with the connection, and can be sent now', async () => {
  const ada = await managerWithPage();
  const visitor = await visit(`/${ada.slug}`);
  await begin(visitor, LETTER);
  const page = await opened(ada, PHONE);
  await composer(page).fill(ANSWER);
  await askLater(page);
  await page.keyboard.press('Escape');
  await page.context().setOffline(true);
  await askLater(page);
  await dialog(page).getByRole('button', { name: 'In a week' }).click();
  await scheduled(page, ANSWER).getByText('Waiting for a connection').waitFor();
  expect(await stored(ada)).toEqual([]);
  await page.context().setOffline(false);
  await expect.poll(async () => (await stored(ada)).map(({ text }) => text)).toEqual([ANSWER]);
  await scheduled(page, ANSWER).getByRole('button', { name: 'Send now' }).click();
  await bubble(visitor, ANSWER).waitFor();
  await expect.poll(() => stored(ada)).toEqual([]);
  await arrived(page, ANSWER).waitFor();
  expect(await letTimePass(ada)).toBe(0);
});

test('a reply to a blocked visitor waits with the reason, and is sent by hand', async () => {
  const ada = await managerWithPage();
  const visitor = await visit(`/${ada.slug}`);
  await begin(visitor, LETTER);
  const page = await opened(ada);
  await composer(page).fill(ANSWER);
  await askLater(page);
  await dialog(page).getByRole('button', { name: 'Tomorrow' }).click();
  await scheduled(page, ANSWER).waitFor();
  await expect.poll(async () => (await stored(ada)).length).toBe(1);
  const { db, uid, conversationId } = await place(ada);
  await db.doc(paths.conversation(uid, conversationId)).update({ blockedAt: Timestamp.now() });
  expect(await letTimePass(ada)).toBe(0);
  await scheduled(page, ANSWER).getByText('Not sent, because you had blocked this visitor.').waitFor();
  expect(await scheduled(page, ANSWER).getByRole('button', { name: 'Send now' }).count()).toBe(0);
  await page.emulateMedia(STILL);
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Unblock' }).click();
  await scheduled(page, ANSWER).getByRole('button', { name: 'Send now' }).click();
  await bubble(visitor, ANSWER).waitFor();
  await expect.poll(() => page.getByRole('group', { name: 'Scheduled reply' }).count()).toBe(0);
});

test.each(sampleOf(SIZES, [SIZES[0]]))('scheduled replies are accessible on %s', async (_, viewport) => {
  const ada = await managerWithPage();
  await begin(await visit(`/${ada.slug}`), LETTER);
  const page = await opened(ada, viewport);
  await page.emulateMedia(STILL);
  await composer(page).fill(ANSWER);
  await askLater(page);
  await dialog(page).getByRole('button', { name: 'Tomorrow' }).click();
  await scheduled(page, ANSWER).waitFor();
  await composer(page).fill('Another one');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findings(page), colorScheme).toEqual([]);
    await page.getByRole('button', { name: 'Send options' }).click();
    await page.getByRole('menu', { name: 'Send options' }).waitFor();
    expect(await findings(page), `${colorScheme} menu`).toEqual([]);
    await page.getByRole('menuitem', { name: 'Send later…' }).click();
    await dialog(page).waitFor();
    expect(await findings(page), `${colorScheme} dialog`).toEqual([]);
    await page.keyboard.press('Escape');
    await scheduled(page, ANSWER).getByRole('button', { name: 'Edit scheduled reply' }).click();
    await page.getByRole('button', { name: 'Cancel' }).waitFor();
    expect(await findings(page), `${colorScheme} editing`).toEqual([]);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await scheduled(page, ANSWER).waitFor();
    await expect.poll(() => composer(page).inputValue()).toBe('Another one');
  }
});
