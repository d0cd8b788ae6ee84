import type { Locator, Page } from 'playwright-core';

/** A visitor's text field, on the page of a manager called Ada. */
export const box = (page: Page): Locator => page.getByRole('textbox', { name: 'Your message to Ada' });

/** A message in the visitor's thread. */
export const bubble = (page: Page, text: string): Locator => page.getByRole('log').getByText(text, { exact: true });

/** Writes and sends without waiting for anything. */
export async function write(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
}

/** Sends the first message, and waits until the code is shown: from then on the message is stored. Returns the code as shown. */
export async function begin(page: Page, text: string): Promise<string> {
  await write(page, text);
  await page.getByText('Save your code.').waitFor();
  await bubble(page, text).waitFor();
  return ((await page.locator('.code').textContent()) ?? '').trim();
}

/** Goes from a page without a conversation to the one for any code, and waits for its script: the form works before that, with plain answers. */
export async function enterCode(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'I have a code' }).click();
  await page.waitForLoadState();
}

/** Resolves when the thread has heard from its listeners. In the emulator, one that is still starting may miss what others write for good. */
export const isLive = (page: Page): Promise<void> => page.locator('.presence span').waitFor();

/** What this browser stores about its conversation, except drafts; empty if it has none. */
export function kept(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('foyer:'));
    return JSON.parse((key && localStorage.getItem(key)) ?? '{}') as Record<string, unknown>;
  });
}

/** The id of this browser's conversation. */
export async function conversationId(page: Page): Promise<string> {
  return String((await kept(page)).conversationId ?? '');
}
