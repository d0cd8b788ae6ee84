import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { type PushService, startPushService } from '../support/push-service.ts';
import { deepTest } from '../support/sample.ts';
import { composer, message, signIn, signOut } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { arrived, click, DASHBOARD_WORKER, openDelivery, shownBy, usePushService, workerOf } from './push-browser.ts';
import { APPEARS_MS, someBrowser, useFullBrowser, visit } from './support.ts';
import { begin, conversationId, write } from './visitor-page.ts';

useFullBrowser();

const cloud = openTestCloud();
let service: PushService;
beforeAll(async () => {
  service = await startPushService();
});
afterAll(() => service.stop());

const stored = async (managerId: string) => Object.keys((await (await cloud.tables()).devices(managerId).get()).data()?.devices ?? {});

/** A browser in which a manager turned notifications on, by hand. */
async function someDevice(ada: PageOwner) {
  const browser = service.someBrowser();
  const context = await someBrowser();
  await usePushService(context, browser);
  const page = await context.newPage();
  await signIn(page, ada);
  await page.goto('/app/settings');
  await page.getByRole('button', { name: 'Turn on' }).click();
  await page.getByRole('button', { name: 'Send a test' }).waitFor();
  return { browser, context, page };
}

async function someManager() {
  const ada = await managerWithPage();
  const device = await someDevice(ada);
  const give = await openDelivery(device.page, DASHBOARD_WORKER);
  let given = 0;
  /** The next push that arrived for this browser. */
  const deliver = async () => give(await arrived(device.browser, given++));
  return { ada, ...device, deliver };
}

/** As if the dashboard were closed for longer than it counts as in front. */
async function leave(page: Page, managerId: string): Promise<void> {
  await page.goto('about:blank');
  await (await cloud.tables()).devices(managerId).update({ frontAt: new Date(0) as never });
}

test('a message with no dashboard open is told, and a click opens its conversation', async () => {
  const { ada, context, page, deliver } = await someManager();
  await page.getByRole('button', { name: 'Send a test' }).click();
  await deliver();
  const worker = await workerOf(context, DASHBOARD_WORKER);
  await expect.poll(() => shownBy(worker)).toMatchObject([{ tag: 'test', title: 'Notifications are on' }]);
  await page.getByText('Sent. It should appear in a moment.').waitFor();
  await leave(page, ada.uid);

  const visitor = await visit(`/${ada.slug}`);
  await begin(visitor, 'Are you free on Monday?');
  await deliver();
  const id = await conversationId(visitor);
  await expect.poll(() => shownBy(worker)).toContainEqual({ tag: id, title: 'New message', body: '1 unread message' });

  await write(visitor, 'Or on Tuesday?');
  await deliver();
  await expect
    .poll(async () => (await shownBy(worker)).filter(({ tag }) => tag === id))
    .toEqual([{ tag: id, title: 'New message', body: '2 unread messages' }]);

  const [address] = (await click(worker, { tag: id })).opened;
  expect(new URL(address ?? '').pathname).toBe(`/app/c/${id}`);
  const opened = await context.newPage();
  await opened.goto(address ?? '');
  await message(opened, 'Or on Tuesday?').waitFor();
  expect(await shownBy(worker)).toMatchObject([{ tag: 'test' }]);
});

test('an open dashboard shows a conversation without a reload, and sends a notification’s reply', async () => {
  const { ada, context, page, deliver } = await someManager();
  const worker = await workerOf(context, DASHBOARD_WORKER);
  await page.goto('/app/me');
  await page.evaluate(() => Object.assign(globalThis, { isSame: true }));
  await (await cloud.tables()).devices(ada.uid).update({ frontAt: new Date(0) as never });
  const visitor = await visit(`/${ada.slug}`);
  await begin(visitor, 'Hello');
  const id = await conversationId(visitor);
  await deliver();
  await expect.poll(async () => (await shownBy(worker)).length).toBe(1);
  expect((await click(worker, { tag: id, action: 'reply', reply: 'Monday is fine' })).opened).toEqual([]);
  await visitor.getByRole('log').getByText('Monday is fine', { exact: true }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/app/me');

  await (await cloud.tables()).devices(ada.uid).update({ frontAt: new Date(0) as never });
  await write(visitor, 'See you then');
  await deliver();
  await expect.poll(async () => (await shownBy(worker)).length).toBe(1);
  expect((await click(worker, { tag: id })).opened).toEqual([]);
  await message(page, 'See you then').waitFor();
  expect(await page.evaluate(() => 'isSame' in globalThis)).toBe(true);
});

test('a reply without a dashboard is a draft in the window that opens', async () => {
  const { ada, context, page, deliver } = await someManager();
  const worker = await workerOf(context, DASHBOARD_WORKER);
  await leave(page, ada.uid);
  const visitor = await visit(`/${ada.slug}`);
  await begin(visitor, 'Hello');
  const id = await conversationId(visitor);
  await deliver();
  await expect.poll(async () => (await shownBy(worker)).length).toBe(1);
  const [address] = (await click(worker, { tag: id, action: 'reply', reply: 'Monday & Tuesday' })).opened;
  const opened = await context.newPage();
  await opened.goto(address ?? '');
  await message(opened, 'Hello').waitFor();
  expect(await composer(opened).inputValue()).toBe('Monday & Tuesday');
  expect(new URL(opened.url()).hash).toBe('');
});

test('reading a conversation withdraws it elsewhere, and signing out ends notifications', async () => {
  const { ada, browser, context, page } = await someManager();
  const { browser: other, page: desk } = await someDevice(ada);
  await desk.getByRole('button', { name: 'Remove Chrome on Linux' }).waitFor();
  await expect.poll(() => stored(ada.uid), { timeout: APPEARS_MS }).toHaveLength(2);
  await leave(page, ada.uid);
  await leave(desk, ada.uid);

  const visitor = await visit(`/${ada.slug}`);
  await begin(visitor, 'Hello');
  const id = await conversationId(visitor);
  await expect.poll(() => [browser.deliveries.length, other.deliveries.length], { timeout: APPEARS_MS }).toEqual([1, 1]);
  // A message that is read as it comes is not withdrawn.
  const conversation = (await cloud.tables()).conversation(ada.uid, id);
  const { lastMessage } = (await conversation.get()).data() ?? {};
  await conversation.update({ 'lastMessage.at': new Date((lastMessage?.at.toMillis() ?? 0) - 60_000) as never });
  await desk.goto(`/app/c/${id}`);
  await message(desk, 'Hello').waitFor();
  await expect.poll(() => browser.deliveries.at(-1)?.payload, { timeout: APPEARS_MS }).toMatchObject({ kind: 'read', conversationId: id });
  expect(other.deliveries).toHaveLength(1);

  await desk.goto('/app/me');
  await signOut(desk);
  await expect.poll(() => stored(ada.uid), { timeout: APPEARS_MS }).toHaveLength(1);
  await context.close();
});

deepTest('a browser that stops allowing notifications is noticed at the next start', async () => {
  const { ada, context, page } = await someManager();
  await context.clearPermissions();
  await context.addInitScript(() => Object.defineProperty(Notification, 'permission', { get: () => 'denied' }));
  await page.goto('/app/settings');
  await page.getByText('Notifications stopped here because the browser no longer allowed them.', { exact: false }).waitFor();
  await expect.poll(() => stored(ada.uid), { timeout: APPEARS_MS }).toEqual([]);
});
