import type { Locator, Page } from 'playwright-core';
import { z } from 'zod';
import { auth } from '../support/account.ts';

/** The dashboard's, with the emulators. */
const API_KEY = 'demo';
const HOUR_MS = 3_600_000;

/** Opens the dashboard and signs in with the form, in English. Waits for the inbox. */
export async function signInWithForm(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto('/app');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await views(page);
}

/** Opens the dashboard as someone who signed in before, which is quicker than the form, and waits for the inbox. */
export async function signIn(page: Page, credentials: { email: string; password: string }): Promise<void> {
  const user = await storedUser(credentials);
  // A file of the site, to have its storage.
  await page.goto('/settings.json');
  await page.evaluate(([name, value]) => localStorage.setItem(name, value), [`firebase:authUser:${API_KEY}:[DEFAULT]`, user] as const);
  await page.goto('/app');
  await views(page);
}

const views = (page: Page): Promise<void> => page.locator('nav[aria-label="Views"]:visible').first().waitFor();

const Session = z.object({ localId: z.string(), idToken: z.string(), refreshToken: z.string() });

/** What Auth's browser SDK stores of someone who is signed in. */
async function storedUser({ email, password }: { email: string; password: string }): Promise<string> {
  const { localId, idToken, refreshToken } = Session.parse(
    await auth('accounts:signInWithPassword', { email, password, returnSecureToken: true }),
  );
  const stsTokenManager = { accessToken: idToken, refreshToken, expirationTime: Date.now() + HOUR_MS };
  return JSON.stringify({
    uid: localId,
    email,
    emailVerified: true,
    isAnonymous: false,
    stsTokenManager,
    apiKey: API_KEY,
    appName: '[DEFAULT]',
  });
}

/** Signs out. The dashboard asks first while changes are still on their way to the server, as they can be on a slow machine. */
export function signOut(page: Page): Promise<void> {
  return leave(page, 'Sign out', page.getByLabel('Password'));
}

/** Removes everything that this browser keeps of the manager, once all is stored. */
export function clearLocalData(page: Page): Promise<void> {
  return leave(page, 'Clear local data', page.getByLabel('Email'));
}

async function leave(page: Page, name: string, door: Locator): Promise<void> {
  const stay = page.getByRole('button', { name: 'Stay signed in' });
  do {
    if (await stay.isVisible()) await stay.click();
    await page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click();
    await door.or(stay).first().waitFor();
  } while (await stay.isVisible());
}

/** A conversation's row in the list, by its text. */
export function row(page: Page, text: string): Locator {
  return page.locator('li[data-conversation]').filter({ hasText: text });
}

export const composer = (page: Page): Locator => page.getByRole('textbox', { name: 'Your reply' });

/** The open dialog, once its file has loaded. */
export const dialog = (page: Page): Locator => page.locator('dialog[open]:has(h2)');

export const hasFocus = (place: Locator): Promise<boolean> => place.evaluate((element) => element === document.activeElement);

/** A message in the open conversation. */
export const message = (page: Page, text: string): Locator => page.getByRole('log').getByText(text, { exact: true });

export async function reply(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}
