import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { putConversation } from '../support/conversation.ts';
import { emulators } from '../support/emulators.ts';
import { sampleOf } from '../support/sample.ts';
import { findings } from './axe.ts';
import { clearLocalData, composer, dialog, message, reply, row, signInWithForm } from './dashboard.ts';
import { fillInbox, idOf, linkOf, nameOf, shownRows } from './filled-inbox.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { APPEARS_MS, someBrowser, useBrowserWithWorkers, visit } from './support.ts';

useBrowserWithWorkers();

const cloud = openTestCloud();
const ID = 'a'.padStart(32, '0');
const OTHER = 'b'.padStart(32, '0');
const THIRD = 'c'.padStart(32, '0');
let ada: PageOwner;
beforeAll(async () => {
  ada = await managerWithPage();
  const tables = await cloud.tables();
  await putConversation(tables, ada.uid, ID, { text: 'A first letter.' });
  await putConversation(tables, ada.uid, OTHER, { text: 'A second letter.' });
  await putConversation(tables, ada.uid, THIRD, { text: 'A third letter.' });
});

/** The scopes of this browser's active service workers. */
const activeScopes = (page: Page) =>
  page.evaluate(async () => {
    const all = await navigator.serviceWorker.getRegistrations();
    return all.filter(({ active }) => active?.state === 'activated').map(({ scope }) => new URL(scope).pathname);
  });

const isControlled = (page: Page) => page.evaluate(() => navigator.serviceWorker.controller !== null);

/** Waits until the dashboard would open offline: with its files, the site's settings and the texts in the language in use. */
async function untilKept(page: Page): Promise<void> {
  const isKept = () =>
    page.evaluate(async () => {
      const addresses = ['/app/language', '/emulators.json'];
      const found = await Promise.all(addresses.map((address) => caches.match(address)));
      return found.every((response) => response !== undefined);
    });
  await expect.poll(() => activeScopes(page)).toEqual(['/app/']);
  await expect.poll(isKept).toBe(true);
}

/** Makes this browser's token one that can only be renewed with a connection, as it is an hour after the last visit. */
async function expireSignIn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('firebaseLocalStorageDb'));
    const store = db.transaction('firebaseLocalStorage', 'readwrite').objectStore('firebaseLocalStorage');
    const [entry] = await done(store.getAll());
    entry.value.stsTokenManager.expirationTime = 0;
    await done(store.put(entry));
  });
}

test('the worker is registered after the sign-in, and controls the dashboard and no other page', async () => {
  const page = await visit('/app');
  await page.getByLabel('Email').waitFor();
  expect(await activeScopes(page)).toEqual([]);
  await signInWithForm(page, ada);
  await expect.poll(() => activeScopes(page)).toEqual(['/app/']);
  await page.goto('/app/me');
  await expect.poll(() => isControlled(page)).toBe(true);
  // An address that only begins like the dashboard's.
  for (const other of [`/${ada.slug}`, '/application']) {
    await page.goto(other);
    expect(await isControlled(page)).toBe(false);
  }
});

test('the worker controls a dashboard that was requested before it was active', async () => {
  const browser = await someBrowser();
  const [first, second] = [await browser.newPage(), await browser.newPage()];
  const { promise: active, resolve } = Promise.withResolvers<void>();
  const { promise: requested, resolve: request } = Promise.withResolvers<void>();
  await second.route('**/app/me', async (route) => {
    request();
    await active;
    await route.continue();
  });
  const loaded = second.goto('/app/me');
  await requested;
  await signInWithForm(first, ada);
  await expect.poll(() => activeScopes(first)).toEqual(['/app/']);
  resolve();
  await loaded;
  await expect.poll(() => isControlled(second)).toBe(true);
});

/** Replies and acts: fewer in `npm test`. */
const MANY = [
  [8, 12],
  [20, 30],
] as const;

describe('without a connection', () => {
  const textsOf = async (id = ID) => (await (await cloud.tables()).messages(ada.uid, id).get()).docs.map((found) => found.data().text);

  test('the inbox and read threads open, and a reply is sent once when the connection is back', async () => {
    const browser = await someBrowser();
    const first = await browser.newPage();
    await signInWithForm(first, ada);
    await row(first, 'A first letter.').click();
    await message(first, 'A first letter.').waitFor();
    await untilKept(first);
    await browser.setOffline(true);
    await expireSignIn(first);
    await first.close();

    const second = await browser.newPage();
    await second.goto('/app/');
    await row(second, 'A second letter.').click();
    await second.getByText('These messages aren’t on this device.').waitFor();
    await row(second, 'A first letter.').click();
    await message(second, 'A first letter.').waitFor();
    await reply(second, 'From a tunnel');
    await second.getByRole('log').getByText('Waiting for a connection').waitFor();
    await second.getByText('Offline, 1 reply waiting').locator('visible=true').waitFor();
    await second.close();

    const third = await browser.newPage();
    await third.goto(`/app/c/${ID}`);
    await message(third, 'From a tunnel').waitFor();
    await third.getByRole('log').getByText('Waiting for a connection').waitFor();
    await third.getByText('Offline, 1 reply waiting').locator('visible=true').waitFor();
    expect(await textsOf()).toEqual(['A first letter.']);
    await browser.setOffline(false);
    await third.getByRole('log').getByText('Sent').waitFor();
    await expect.poll(async () => (await textsOf()).sort(), { timeout: APPEARS_MS }).toEqual(['A first letter.', 'From a tunnel']);
    await third.reload();
    await message(third, 'From a tunnel').waitFor();
    await third.getByRole('log').getByText('Sent').waitFor();
    expect((await (await cloud.tables()).conversation(ada.uid, ID).get()).data()?.messageCount).toBe(2);
  });

  test.each(sampleOf(MANY, [MANY[0]]))('%i replies and %i acts, over a restart, are stored once and in order', async (replies, acts) => {
    const owner = await managerWithPage();
    await fillInbox(cloud, owner, acts);
    const tables = await cloud.tables();
    const numbers = Array.from({ length: acts }, (_, index) => index);
    const [pinned, muted] = [acts / 3, (2 * acts) / 3];
    const answered = numbers.slice(0, replies - 2);
    const textsFor = (index: number) => (index === 0 ? ['First', 'Second', 'Third'] : [`Answer ${index}`]);

    const browser = await someBrowser();
    const first = await browser.newPage();
    await signInWithForm(first, owner);
    await linkOf(first, 0).focus();
    for (const index of answered) {
      await first.keyboard.press(index === 0 ? 'Enter' : 'j');
      await first.getByRole('heading', { name: nameOf(index), exact: true }).waitFor();
    }
    await untilKept(first);
    await browser.setOffline(true);
    for (const index of answered) {
      await linkOf(first, index).click();
      await first.getByRole('heading', { name: nameOf(index), exact: true }).waitFor();
      for (const text of textsFor(index)) {
        await reply(first, text);
        await message(first, text).waitFor();
      }
    }
    await first.getByText(`Offline, ${replies} replies waiting`).locator('visible=true').waitFor();
    await expireSignIn(first);
    await first.close();

    const second = await browser.newPage();
    await second.goto('/app/');
    await second.getByText(`Offline, ${replies} replies waiting`).locator('visible=true').waitFor();
    for (const index of numbers) {
      await linkOf(second, index).focus();
      await second.keyboard.press(index < pinned ? 'p' : index < muted ? 'n' : 'e');
    }
    await expect.poll(async () => (await shownRows(second)).sort((a, b) => a - b)).toEqual(numbers.slice(0, muted));
    expect((await tables.conversation(owner.uid, idOf(acts - 1)).get()).data()).toMatchObject({ status: 'open', messageCount: 1 });

    await browser.setOffline(false);
    await second.getByText('Offline', { exact: false }).locator('visible=true').waitFor({ state: 'hidden' });
    for (const index of numbers) {
      const sent = answered.includes(index) ? textsFor(index) : [];
      const conversation = async () => (await tables.conversation(owner.uid, idOf(index)).get()).data();
      await expect.poll(conversation, { timeout: APPEARS_MS }).toMatchObject({
        messageCount: 1 + sent.length,
        pinned: index < pinned,
        isMuted: index >= pinned && index < muted,
        status: index < muted ? 'open' : 'archived',
      });
      const stored = await tables.messages(owner.uid, idOf(index)).orderBy('createdAt').get();
      expect(stored.docs.map((found) => found.data().text)).toEqual(sent);
    }
  });

  test('dialogs open that were never opened before', async () => {
    const browser = await someBrowser();
    const first = await browser.newPage();
    await signInWithForm(first, ada);
    await untilKept(first);
    await browser.setOffline(true);
    await first.close();
    const page = await browser.newPage();
    await page.goto('/app/');
    await row(page, 'A second letter.').getByRole('link').focus();
    for (const [key, heading] of [
      ['s', /^Snooze/],
      ['?', 'Keyboard shortcuts'],
      ['h', 'Recent actions'],
    ] as const) {
      await page.keyboard.press(key);
      await dialog(page).getByRole('heading', { name: heading }).waitFor();
      if (key === 's') {
        await dialog(page).getByRole('textbox').first().fill('in 3 days');
        await expect.poll(() => dialog(page).locator('[type=datetime-local]').inputValue()).not.toBe('');
      }
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'detached' });
    }
  });

  test('clearing local data warns of a reply that waits, and leaves nothing behind', async () => {
    const browser = await someBrowser();
    const page = await browser.newPage();
    await signInWithForm(page, ada);
    await row(page, 'A third letter.').click();
    await message(page, 'A third letter.').waitFor();
    await untilKept(page);
    await page.goto('/app/me');
    await page.getByRole('button', { name: 'Clear local data' }).waitFor();
    await browser.setOffline(true);
    await page.goBack();
    await reply(page, 'Not sent yet');
    await page.goto('/app/me');
    await page.getByRole('button', { name: 'Clear local data' }).click();
    await page.getByRole('alert').getByText('1 reply hasn’t been sent yet.').waitFor();
    await page.getByRole('button', { name: 'Stay signed in' }).click();
    await browser.setOffline(false);
    await page.getByText('Offline').locator('visible=true').waitFor({ state: 'hidden' });
    await clearLocalData(page);
    expect(await textsOf(THIRD)).toContain('Not sent yet');
    expect(await activeScopes(page)).toEqual([]);
    const left = () =>
      page.evaluate(async () => ({
        caches: await caches.keys(),
        databases: (await indexedDB.databases()).map(({ name }) => name).filter((name) => name?.startsWith('firestore')),
        notes: [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key.startsWith('foyer')),
      }));
    await expect.poll(left).toEqual({ caches: [], databases: [], notes: [] });
  });
});

test('a new version is offered, and replaces the old one after a click', async () => {
  const browser = await someBrowser();
  const page = await browser.newPage();
  await signInWithForm(page, ada);
  await untilKept(page);
  await page.goto(`/app/c/${ID}`);
  await composer(page).fill('Half a sentence');
  const other = await browser.newPage();
  await other.goto('/app/');
  await row(other, 'A second letter.').waitFor();
  const file = join(emulators().runFolder, 'web/app-worker.js');
  const built = await readFile(file, 'utf8');
  try {
    await writeFile(file, `${built}\n// newer`);
    await page.evaluate(() => navigator.serviceWorker.getRegistration('/app/').then((found) => found?.update()));
    for (const tab of [page, other]) await tab.getByText('A new version is ready.').locator('visible=true').waitFor();
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Reload' }).locator('visible=true').click();
    await loaded;
    await expect.poll(() => composer(page).inputValue()).toBe('Half a sentence');
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration('/app/'))?.waiting)).toBeNull();
    // The other tab was not reloaded by itself.
    await other.getByText('A new version is ready.').locator('visible=true').waitFor();
  } finally {
    await writeFile(file, built);
  }
});

test('a text shared by another app waits for the sign-in, then becomes a draft', async () => {
  const page = await visit(`/app/send?${new URLSearchParams({ title: 'A book', url: 'https://example.com/book' })}`);
  await page.getByLabel('Email').fill(ada.email);
  expect(new URL(page.url()).search).toBe('');
  await page.getByLabel('Password').fill(ada.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Send to a conversation' }).waitFor();
  const choice = page.getByRole('button', { name: 'A second letter.' });
  await choice.waitFor();
  expect(await findings(page)).toEqual([]);
  await choice.click();
  await expect.poll(() => composer(page).inputValue()).toBe('A book\nhttps://example.com/book');
  const stored = await (await cloud.tables()).messages(ada.uid, OTHER).get();
  expect(stored.docs.some((found) => found.data().text?.includes('example.com'))).toBe(false);
});
