import { paths } from '@foyer/domain/paths';
import type { Settings } from '@foyer/domain/settings';
import { Timestamp } from '@google-cloud/firestore';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { findings, STILL } from './axe.ts';
import { composer, message, row, signIn } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { APPEARS_MS, DESK, someBrowser, useBrowser, visit } from './support.ts';
import { begin, box, bubble, conversationId, write } from './visitor-page.ts';

useBrowser(['--autoplay-policy=document-user-activation-required']);

const cloud = openTestCloud();
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: APPEARS_MS });

async function choose({ uid }: PageOwner, settings: Partial<Settings>): Promise<void> {
  const chosen = { ...settings, updatedAt: Timestamp.now() };
  await (await cloud.firestore()).doc(paths.settings(uid)).set(chosen, { merge: true });
}

const stored = async (path: string) => (await (await cloud.firestore()).doc(path).get()).data() ?? {};

/** Counts what a page would play and show on the app's icon. */
async function listenIn(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const heard = { tones: 0, badge: 0 };
    Object.assign(window, { heard });
    const { start } = AudioScheduledSourceNode.prototype;
    AudioScheduledSourceNode.prototype.start = function (...args) {
      heard.tones++;
      return start.apply(this, args);
    };
    Object.assign(navigator, {
      setAppBadge: async (count: number) => {
        heard.badge = count;
      },
    });
  });
}

const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: { tones: number; badge: number } }).heard);
const toast = (page: Page) => page.locator('[data-arrival]');
const icon = (page: Page) => page.locator('link[rel=icon]').getAttribute('href');
const announced = (page: Page) => page.locator('p[role=status].sr-only');

async function chooseAvailability(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Ada Moreau' }).click();
  await page.getByRole('button', { name: 'Availability' }).click();
  await page.getByRole('button', { name }).last().click();
  await page.keyboard.press('Escape');
}

describe('a manager with an open dashboard', () => {
  test('is told once of each message, in the title, on the icon, by a bar and a sound', async () => {
    const ada = await managerWithPage();
    await choose(ada, { hasSound: true });
    const browser = await someBrowser(DESK, STILL);
    await listenIn(browser);
    const page = await browser.newPage();
    await signIn(page, ada);
    const visitor = await visit(`/${ada.slug}`);
    await begin(visitor, 'Is anyone there?');
    await row(page, 'Is anyone there?').waitFor();
    await toast(page).getByText('Is anyone there?').waitFor();
    expect(await announced(page).textContent()).toMatch(/^New message from .*Is anyone there\?$/);
    await eventually(() => page.title()).toBe('(1) Ada Moreau · Foyer');
    await eventually(() => icon(page)).toMatch(/^data:image\/png/);
    await eventually(() => heard(page)).toEqual({ tones: 2, badge: 1 });
    expect(await findings(page)).toEqual([]);

    await toast(page).getByRole('link').click();
    await message(page, 'Is anyone there?').waitFor();
    await eventually(() => page.title()).not.toContain('(1)');
    await eventually(() => icon(page)).toMatch(/^data:image\/svg/);
    await eventually(async () => (await heard(page)).badge).toBe(0);

    // In the open conversation the messages themselves tell it.
    await write(visitor, 'Ah, there you are.');
    await message(page, 'Ah, there you are.').waitFor();
    const other = await browser.newPage();
    await other.goto('/app');
    await row(other, 'Ah, there you are.').waitFor();
    await write(visitor, 'One more thing.');
    await message(page, 'One more thing.').waitFor();
    await row(other, 'One more thing.').waitFor();
    expect([await toast(page).count(), await toast(other).count(), (await heard(page)).tones]).toEqual([0, 0, 2]);

    // Two tabs in sight of the list: one of them tells it.
    await page.goto('/app');
    await row(page, 'One more thing.').waitFor();
    await other.locator('#list-name').click();
    await page.locator('#list-name').click();
    const toasts = async () => (await toast(page).count()) + (await toast(other).count());
    await write(visitor, 'And another.');
    await Promise.all([row(page, 'And another.').waitFor(), row(other, 'And another.').waitFor()]);
    await eventually(toasts).toBe(1);
    await eventually(async () => (await heard(page)).tones + (await heard(other)).tones).toBe(2);

    await other.close();
    await chooseAvailability(page, 'Do not disturb');
    await eventually(async () => (await stored(paths.settings(ada.uid))).availability).toBe('do-not-disturb');
    await page.reload();
    await row(page, 'And another.').waitFor();
    await write(visitor, 'Shh.');
    await row(page, 'Shh.').waitFor();
    expect(await page.title()).toBe('(1) Ada Moreau · Foyer');
    expect([await toast(page).count(), (await heard(page)).tones, (await heard(page)).badge]).toEqual([0, 0, 1]);
    await eventually(async () => (await stored(paths.devices(ada.uid))).frontAt instanceof Timestamp).toBe(true);
  });
});

describe('a visitor with an open thread', () => {
  test('sees how the manager is there, live and as the manager chose', async () => {
    const ada = await managerWithPage();
    const visitor = await visit(`/${ada.slug}`);
    await begin(visitor, 'Good morning');
    const presence = visitor.locator('.presence');
    const shows = (text: string) => eventually(async () => (await presence.textContent())?.trim()).toBe(text);
    await shows('Away');

    const page = await (await someBrowser(DESK, STILL)).newPage();
    await signIn(page, ada);
    await shows('Online');

    await page.getByRole('button', { name: 'Ada Moreau' }).click();
    await page.getByRole('button', { name: 'Set a status' }).click();
    await page.getByRole('textbox', { name: 'Status' }).fill('On a <b>train</b>');
    await page.getByLabel('Ends').selectOption({ label: 'In 1 hour' });
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await eventually(() => presence.locator('bdi').textContent()).toBe('On a <b>train</b>');
    const { statusUntil } = await stored(paths.managerPresence(ada.uid));
    expect(Math.abs(statusUntil.toMillis() - Date.now() - 3600_000)).toBeLessThan(10 * 60_000);
    // It ends by the visitor's clock, without any news from the manager.
    await (await cloud.firestore()).doc(paths.managerPresence(ada.uid)).update({ statusUntil: Timestamp.fromMillis(Date.now() + 4000) });
    await shows('Online');
    await page.keyboard.press('Escape');

    await chooseAvailability(page, 'Away');
    await shows('Away');
    await chooseAvailability(page, 'Do not disturb');
    await shows('Do not disturb');
    await chooseAvailability(page, 'Invisible');
    await shows('Away');

    // Reading and typing leave no trace.
    const conversation = paths.conversation(ada.uid, await conversationId(visitor));
    await row(page, 'Good morning').getByRole('link').click();
    await eventually(async () => (await stored(conversation)).unread).toBe(0);
    await composer(page).pressSequentially('Good morning, Ines');
    await write(visitor, 'Are you there?');
    await message(page, 'Are you there?').waitFor();
    await eventually(async () => (await stored(conversation)).unread).toBe(0);
    expect(await stored(`${conversation}/presence/manager`)).toEqual({});
    const { updatedAt, ...left } = await stored(paths.managerPresence(ada.uid));
    expect([updatedAt instanceof Timestamp, Object.keys(left).sort()]).toEqual([true, ['status', 'statusUntil']]);

    await chooseAvailability(page, 'Online');
    await shows('Online');
    // What was read meanwhile stays untold; with receipts off nothing is told at all, and the visitor's marks are not shown.
    await choose(ada, { hasReceipts: false });
    await write(visitor, 'Hello?');
    await message(page, 'Hello?').waitFor();
    await eventually(async () => (await stored(conversation)).unread).toBe(0);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await bubble(visitor, 'Good morning, Ines').waitFor();
    await eventually(async () => (await stored(`${conversation}/presence/visitor`)).readAt instanceof Timestamp).toBe(true);
    expect((await stored(`${conversation}/presence/manager`)).readAt).toBeUndefined();
    expect(await page.getByText('Seen', { exact: true }).count()).toBe(0);
    await choose(ada, { hasReceipts: true });
    await write(visitor, 'Thank you.');
    await eventually(async () => (await stored(`${conversation}/presence/manager`)).readAt instanceof Timestamp).toBe(true);
    await visitor.getByText('Seen').waitFor();
    expect(await box(visitor).isVisible()).toBe(true);
  });
});
