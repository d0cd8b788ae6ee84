import type { MailAlerts } from '@foyer/domain/mail';
import { MANAGER } from '@foyer/domain/participant';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { addMessage } from '../support/conversation.ts';
import { type PushService, startPushService } from '../support/push-service.ts';
import { findings } from './axe.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { arrived, click, openDelivery, shownBy, timesAsked, usePushService, VISITOR_WORKER, workerOf } from './push-browser.ts';
import { PHONE, someBrowser, useFullBrowser } from './support.ts';
import { begin, bubble, conversationId, kept } from './visitor-page.ts';

useFullBrowser();

const { scope: SCOPE } = VISITOR_WORKER;
const TELL = 'Tell me when Ada answers';
const ON = 'You’ll get a notification on this device when Ada answers.';

const cloud = openTestCloud();
let ada: PageOwner;
let service: PushService;
beforeAll(async () => {
  [ada, service] = [await managerWithPage(), await startPushService()];
});
afterAll(() => service.stop());

/** A visitor who has just written, in a browser that can be told. */
async function someVisitor({ isAllowed = true, script = '' } = {}) {
  const browser = service.someBrowser();
  const context = await someBrowser(PHONE);
  await usePushService(context, browser, isAllowed);
  if (script) await context.addInitScript(script);
  const page = await context.newPage();
  await page.goto(`/${ada.slug}`);
  await begin(page, 'Do you have time on Friday?');
  return { browser, context, page, id: await conversationId(page) };
}

const reply = async (id: string, text: string) => addMessage(await cloud.tables(), ada.uid, id, { sender: MANAGER, text });

const press = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

async function tellHere(page: Page): Promise<void> {
  await page.getByRole('button', { name: TELL }).click();
  await press(page, 'On this device');
  await page.getByText(ON).waitFor();
}

const workersOf = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname));

describe('a visitor who wants to be told', () => {
  test('gets a notification with every page closed, and comes back to the thread by a click', async () => {
    const { browser, context, page, id } = await someVisitor();
    expect([await timesAsked(page), await workersOf(page)]).toEqual([0, []]);
    await tellHere(page);
    expect([await timesAsked(page), await workersOf(page)]).toEqual([1, [SCOPE]]);
    await press(page, 'Done');
    // The code waits until someone has seen to it.
    await page.getByText('Save your code.').waitFor();
    // The worker controls neither this page nor the dashboard.
    await page.reload();
    await bubble(page, 'Do you have time on Friday?').waitFor();
    await page.getByRole('button', { name: 'You’ll be told when Ada answers' }).waitFor();
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    await page.close();

    await reply(id, 'Yes, at nine.');
    const first = await arrived(browser);
    expect(first.payload).toMatchObject({ title: 'Ada Moreau has answered', slug: ada.slug, tag: id });
    expect(JSON.stringify(first.payload)).not.toContain('nine');

    // Any page of the site shows what the browser does.
    const elsewhere = await context.newPage();
    await elsewhere.goto('/directory');
    const deliver = await openDelivery(elsewhere, VISITOR_WORKER);
    const worker = await workerOf(context, VISITOR_WORKER);
    const titles = async () => (await shownBy(worker)).map(({ title }) => title);
    await deliver(first);
    expect(await titles()).toEqual(['Ada Moreau has answered']);
    // A later one replaces it, and an earlier one changes nothing.
    await deliver({ ...first, payload: { ...first.payload, title: 'Later', sentAtMs: Date.now() } });
    await deliver(first, { title: 'Later' });
    expect(await titles()).toEqual(['Later']);

    expect(await click(worker, { tag: id })).toEqual({ opened: [`/${ada.slug}`], focused: [] });
    await elsewhere.goto(`/${ada.slug}`);
    await bubble(elsewhere, 'Yes, at nine.').waitFor();
  });

  test('gets no notification while reading, older ones close, and a click focuses the open page', async () => {
    const { browser, context, page, id } = await someVisitor();
    await tellHere(page);
    await press(page, 'Done');
    await page.goto('/directory');
    await reply(id, 'Yes, at nine.');
    const deliver = await openDelivery(page, VISITOR_WORKER);
    const worker = await workerOf(context, VISITOR_WORKER);
    await deliver(await arrived(browser));
    const thread = await context.newPage();
    await thread.goto(`/${ada.slug}?from=elsewhere`);
    await bubble(thread, 'Yes, at nine.').waitFor();
    await expect.poll(() => shownBy(worker)).toEqual([]);
    await deliver(await arrived(browser));
    expect(await click(worker, { tag: id })).toEqual({ opened: [], focused: [thread.url()] });
  });

  test('can stop from the menu, which leaves nothing behind', async () => {
    const { page, id } = await someVisitor();
    await tellHere(page);
    await press(page, 'Done');
    await page.getByRole('button', { name: 'More about this conversation' }).click();
    await page.getByRole('button', { name: 'Notifications', exact: true }).click();
    await page.getByText(ON).waitFor();
    expect(await findings(page)).toEqual([]);
    await press(page, 'Stop notifications');
    await page.getByRole('dialog').getByRole('button', { name: 'On this device' }).waitFor();
    expect(await workersOf(page)).toEqual([]);
    expect(await kept(page)).not.toHaveProperty('pushId');
    expect((await (await cloud.tables()).reach(ada.uid, id).get()).data()?.pushes).toEqual({});
  });
});

describe('a browser that shows no notifications', () => {
  test('is asked once if it refuses, and says what to do', async () => {
    const { page } = await someVisitor({ isAllowed: false });
    await page.getByRole('button', { name: TELL }).click();
    await press(page, 'On this device');
    await page.getByText('Your browser blocks notifications for this site.').waitFor();
    expect(await findings(page)).toEqual([]);
    await press(page, 'Not now');
    await page.getByRole('button', { name: TELL }).click();
    await page.getByText('Your browser blocks notifications for this site.').waitFor();
    expect(await page.getByRole('button', { name: 'On this device' }).count()).toBe(0);
    expect(await timesAsked(page)).toBe(1);
  });

  test('offers mail only, and says what an iPhone needs', async () => {
    const { page } = await someVisitor({ script: 'delete window.PushManager; navigator.standalone = false;' });
    let mail: MailAlerts = { isOffered: true, state: 'off', address: null };
    let asked: unknown;
    await page.route('**/api/conversations/*/mail', async (route) => {
      if (route.request().method() === 'PUT') {
        asked = route.request().postDataJSON();
        mail = { isOffered: true, state: 'unconfirmed', address: 'm…@example.org' };
      }
      await route.fulfill({ json: mail });
    });
    await page.getByRole('button', { name: TELL }).click();
    await page.getByText('add this page to your Home Screen').waitFor();
    expect(await page.getByRole('button', { name: 'On this device' }).count()).toBe(0);
    await press(page, 'By email');
    await page.getByLabel('Your email address').fill('mina@example.org');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByText('Open the link in the email we sent to m…@example.org.').waitFor();
    expect(asked).toEqual({ address: 'mina@example.org', language: 'en' });
    expect(await kept(page)).toMatchObject({ mail: 'unconfirmed' });
  });
});
