import type { Locator, Page } from 'playwright-core';

/** Signs in at the dashboard, and waits for the inbox. */
export async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto('/app');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.locator('nav[aria-label="Views"]:visible').first().waitFor();
}

/** A conversation's row in the list, by its text. */
export function row(page: Page, text: string): Locator {
  return page.locator('li[data-conversation]').filter({ hasText: text });
}

export const composer = (page: Page): Locator => page.getByRole('textbox', { name: 'Your reply' });

/** The open dialog, once its file has loaded. */
export const dialog = (page: Page): Locator => page.locator('dialog[open]:has(h2)');

/** A message in the open conversation. */
export const message = (page: Page, text: string): Locator => page.getByRole('log').getByText(text, { exact: true });

export async function reply(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}
