import { paths } from '@foyer/domain/paths';
import { settingsOf } from '@foyer/domain/settings';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { auth, PASSWORD } from '../support/account.ts';
import { openTestCloud } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';
import { deepTest, sampleOf } from '../support/sample.ts';
import { findings, STILL } from './axe.ts';
import { signIn } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { DESK, PHONE, SIZES, someBrowser, useBrowser } from './support.ts';

useBrowser();
const cloud = openTestCloud();

async function settingsOn(owner: PageOwner, viewport = DESK, timezoneId = 'Europe/Berlin'): Promise<Page> {
  const page = await (await someBrowser(viewport, { timezoneId })).newPage();
  await signIn(page, owner);
  await page.goto('/app/settings');
  await page.getByRole('heading', { name: 'Notifications', exact: true }).waitFor();
  return page;
}

async function storedSettings({ uid }: PageOwner) {
  const stored = (await (await cloud.firestore()).doc(paths.settings(uid)).get()).data() ?? {};
  const { updatedAt: _, ...chosen } = stored;
  return settingsOf(chosen);
}

const scheme = (page: Page) => page.evaluate(() => document.documentElement.dataset.scheme);
const themeColor = (page: Page) =>
  page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')].find(({ media }) => matchMedia(media).matches)?.content,
  );

test('every setting is saved as it is chosen, and shows on another device', async () => {
  const ada = await managerWithPage();
  const [desk, phone] = [await settingsOn(ada), await settingsOn(ada, PHONE, 'America/New_York')];
  await desk.getByLabel('Play a sound').check();
  await desk.getByText('Saved', { exact: true }).waitFor();
  await desk.getByLabel('Show message text in notifications').check();
  await desk.getByLabel('Quiet hours').check();
  await desk.getByText('Ends the next day. In your time zone: Berlin.').waitFor();
  await desk.getByLabel('From', { exact: true }).fill('21:30');
  await desk.getByLabel('Until', { exact: true }).fill('23:00');
  await desk.getByText('In your time zone: Berlin.', { exact: true }).waitFor();
  await desk.getByLabel('Email about unread messages').selectOption({ label: 'After an hour' });
  await desk.getByRole('radio', { name: 'Do not disturb' }).check();
  await desk.getByLabel('Read receipts').uncheck();
  await desk.getByRole('radio', { name: 'Dark' }).check();

  await expect.poll(() => scheme(phone)).toBe('dark');
  for (const label of ['Play a sound', 'Show message text in notifications', 'Quiet hours']) {
    await expect.poll(() => phone.getByLabel(label).isChecked(), { message: label }).toBe(true);
  }
  await expect.poll(() => phone.getByLabel('Until', { exact: true }).inputValue()).toBe('23:00');
  await expect.poll(() => phone.getByLabel('Read receipts').isChecked()).toBe(false);
  expect(await phone.getByRole('radio', { name: 'Do not disturb' }).isChecked()).toBe(true);
  await expect
    .poll(() => storedSettings(ada))
    .toEqual({
      isTextInPush: true,
      hasSound: true,
      quietHours: { from: '21:30', to: '23:00' },
      timeZone: 'Europe/Berlin',
      mailAfter: 'hour',
      availability: 'do-not-disturb',
      hasReceipts: false,
      appearance: 'dark',
      language: null,
    });
  await phone.getByText('These times are in Berlin. This browser is in New York.').waitFor();
  await phone.getByRole('button', { name: 'Use New York' }).click();
  await desk.getByText('These times are in New York. This browser is in Berlin.').waitFor();
  await phone.context().setOffline(true);
  await phone.getByLabel('Quiet hours').uncheck();
  await phone.getByText('Will be saved when you’re back online').waitFor();
  expect(await desk.getByLabel('Quiet hours').isChecked()).toBe(true);
  await phone.context().setOffline(false);
  await expect.poll(() => desk.getByLabel('From', { exact: true }).count()).toBe(0);
});

test('a refused change is reverted, and says so', async () => {
  const ada = await managerWithPage();
  const page = await settingsOn(ada);
  // With a field that the rules don't know, they refuse every write.
  await (await cloud.firestore()).doc(paths.settings(ada.uid)).set({ mood: 'blue' });
  const sound = page.getByLabel('Play a sound');
  // Not `check`, which fails if the change is already reverted.
  await sound.click();
  await page.getByText('This couldn’t be saved. Try again.').waitFor();
  await expect.poll(() => sound.isChecked()).toBe(false);
});

deepTest('a chosen appearance applies before the first paint; “Like your device” follows the device', async () => {
  const ada = await managerWithPage();
  const page = await settingsOn(ada);
  await page.emulateMedia({ ...STILL, colorScheme: 'light' });
  const light = await themeColor(page);
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect.poll(() => scheme(page)).toBe('dark');
  expect(await themeColor(page)).not.toBe(light);

  // Without the dashboard's own script, only what runs before the first paint has run.
  await page.route(/assets\/manager-[^/]*\.js/, (route) => route.abort());
  await page.goto('/app/settings');
  expect(await scheme(page)).toBe('dark');
  const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.unroute(/assets\/manager-[^/]*\.js/);
  await page.goto('/app/settings');
  await page.getByRole('radio', { name: 'Like your device' }).check();
  await expect.poll(() => scheme(page)).toBe('light');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).not.toBe(background);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => scheme(page)).toBe('dark');
});

test('a new device uses the manager’s language; one with a half-written reply asks first', async () => {
  const ada = await managerWithPage();
  const [desk, other] = [await settingsOn(ada), await settingsOn(ada)];
  await other.getByRole('button', { name: 'Change your email address' }).click();
  await other.getByLabel('New email address').fill('half@written');
  await desk.getByRole('main').getByRole('button', { name: 'Language' }).click();
  await desk.getByRole('main').getByRole('button', { name: 'Deutsch' }).click();
  await desk.getByRole('heading', { name: 'Benachrichtigungen', exact: true }).waitFor();
  await expect.poll(async () => (await storedSettings(ada)).language).toBe('de');

  await other.getByText('You chose Deutsch on another device.').waitFor();
  expect(await other.getByLabel('New email address').inputValue()).toBe('half@written');
  await other.getByRole('button', { name: 'Reload' }).click();
  await other.getByRole('heading', { name: 'Benachrichtigungen', exact: true }).waitFor();

  const fresh = await (await someBrowser()).newPage();
  await signInAnywhere(fresh, ada);
  await fresh.locator('html[lang="de"]').waitFor();
});

async function signInAnywhere(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto('/app');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('a changed password is needed from then on, and signs out every other device', async () => {
  const ada = await managerWithPage();
  const [page, other] = [await settingsOn(ada), await settingsOn(ada)];
  await page.getByRole('button', { name: 'Change your password' }).click();
  await page.getByLabel('Current password').fill('not-my-password');
  await page.getByLabel('New password').fill('short');
  const submit = page.getByRole('button', { name: 'Change your password' });
  await submit.click();
  await page.getByText('5 more characters needed').waitFor();
  await page.getByLabel('New password').fill('a longer front door');
  await submit.click();
  await page.getByText('That’s not your current password.').waitFor();
  await page.getByLabel('Current password').fill(PASSWORD);
  await submit.click();
  await page.getByText('Password changed. You’re signed out everywhere else.').waitFor();

  await other.getByRole('heading', { name: 'Welcome back' }).waitFor();
  // This one stays signed in, for Firestore and for the API.
  await page.reload();
  await page.getByLabel('Play a sound').check();
  await page.getByText('Saved', { exact: true }).waitFor();
  await expect(auth('accounts:signInWithPassword', { email: ada.email, password: PASSWORD })).rejects.toThrow();
  await auth('accounts:signInWithPassword', { email: ada.email, password: 'a longer front door' });
});

/** Links an account to Google and takes its password away. */
async function leaveToGoogle({ uid, email }: PageOwner): Promise<void> {
  const credential = JSON.stringify({ sub: email, email, email_verified: true });
  const postBody = `id_token=${encodeURIComponent(credential)}&providerId=google.com`;
  await auth('accounts:signInWithIdp', { postBody, requestUri: 'http://localhost', returnSecureToken: true });
  await auth('accounts:update', { localId: uid, deleteAttribute: ['PASSWORD'] }, { authorization: 'Bearer owner' });
}

test('someone who signs in with Google sets a password after Google’s window, and can use both', async () => {
  const ada = await managerWithPage();
  await leaveToGoogle(ada);
  const page = await (await someBrowser()).newPage();
  page.on('dialog', (dialog) => dialog.accept(ada.email));
  await page.goto('/app');
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await page.locator('nav[aria-label="Views"]:visible').first().waitFor();
  await page.goto('/app/settings#account');
  await page.getByText('You sign in with Google.').waitFor();
  await page.getByRole('button', { name: 'Set a password' }).click();
  await page.getByLabel('New password').fill('a longer front door');
  await page.getByRole('button', { name: 'Confirm with Google' }).click();
  await page.getByText('Password changed.').waitFor();
  const { providerData } = await (await cloud.auth()).getUser(ada.uid);
  expect(providerData.map(({ providerId }) => providerId).sort()).toEqual(['google.com', 'password']);
  await auth('accounts:signInWithPassword', { email: ada.email, password: 'a longer front door' });
  await page.getByText('You can sign in with your email and a password.').waitFor();
});

test('a new email address counts once its link was opened, and the page stays the manager’s', async () => {
  const ada = await managerWithPage();
  const page = await settingsOn(ada);
  await page.getByRole('button', { name: 'Change your email address' }).click();
  const wanted = `new-${ada.email}`;
  await page.getByLabel('New email address').fill(ada.email);
  await page.getByLabel('Current password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByText('That’s already your address.').waitFor();
  await page.getByLabel('New email address').fill(wanted);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByText(`Check ${wanted}.`).waitFor();

  expect((await (await cloud.auth()).getUser(ada.uid)).email).toBe(ada.email);
  await openLink(wanted);
  expect(await (await cloud.auth()).getUser(ada.uid)).toMatchObject({
    email: wanted,
    emailVerified: true,
    customClaims: { role: 'manager' },
  });
  const fresh = await (await someBrowser()).newPage();
  await signIn(fresh, { email: wanted, password: PASSWORD });
  await fresh.goto('/app/settings#account');
  await fresh.getByText(wanted, { exact: true }).waitFor();
});

/** Opens the link that Auth has sent to a new address. */
async function openLink(newEmail: string): Promise<void> {
  const { auth: host, projectId } = emulators();
  const answer = await fetch(`${host}/emulator/v1/projects/${projectId}/oobCodes`);
  const { oobCodes } = (await answer.json()) as { oobCodes: { newEmail?: string; oobLink: string }[] };
  const sent = oobCodes.find((code) => code.newEmail === newEmail);
  if (!sent) throw new Error('No link was sent.');
  await fetch(sent.oobLink);
}

test('signing out everywhere ends the sign-in of every browser, this one too', async () => {
  const ada = await managerWithPage();
  const [page, other] = [await settingsOn(ada), await settingsOn(ada, PHONE)];
  await page.getByText('This browser: Chrome on Linux').waitFor();
  // The page hears that its sign-in has ended before it gets the answer, and clears its storage only once.
  let clearings = 0;
  const isCleared = new Promise<void>((resolve) => {
    page.on('request', (request) => {
      if (!request.url().endsWith('/api/managers/me/session')) return;
      clearings++;
      resolve();
    });
  });
  await page.route('**/api/managers/me/sign-ins', async (route) => {
    const response = await route.fetch();
    await isCleared;
    await route.fulfill({ response });
  });
  await page.route('**/api/managers/me/session', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  // Tokens and revocations have times in whole seconds.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
  for (const browser of [page, other]) await browser.getByRole('heading', { name: 'Welcome back' }).waitFor();
  expect(clearings).toBe(1);
});

test.each(sampleOf(SIZES, [SIZES[0]]))(
  'the settings are accessible on %s, in light and dark, and work by keyboard',
  async (_, viewport) => {
    const ada = await managerWithPage();
    const page = await settingsOn(ada, viewport);
    await page.emulateMedia(STILL);
    await page.getByLabel('Quiet hours').focus();
    await page.keyboard.press('Space');
    await page.getByLabel('From', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Change your password' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.getByLabel('Current password').evaluate((field) => field === document.activeElement)).toBe(true);
    for (const name of ['Light', 'Dark']) {
      await page.getByRole('radio', { name }).check();
      await expect.poll(() => scheme(page)).toBe(name.toLowerCase());
      expect(await findings(page), name).toEqual([]);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    expect(await findings(page), 'everywhere').toEqual([]);
  },
);
