import type { Locator, Page, Request } from 'playwright-core';

/** Where a visitor writes, on a page of somebody called Ada. */
export const box = (page: Page): Locator => page.getByRole('textbox', { name: 'Your message to Ada' });

/** A message in the visitor's thread. */
export const bubble = (page: Page, text: string): Locator => page.getByRole('log').getByText(text, { exact: true });

/** Writes and sends, and waits for nothing. */
export async function write(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
}

/** Writes the first message, and waits until the code is shown: from then on it is stored. Returns the code as it is shown. */
export async function begin(page: Page, text: string): Promise<string> {
  await write(page, text);
  await page.getByText('Your code to come back.').waitFor();
  await bubble(page, text).waitFor();
  return ((await page.locator('.code').textContent()) ?? '').trim();
}

/** The page reads live. Call it before the first message: the page listens at once, and asks again only after a minute. */
export const listening = (page: Page): Promise<Request> => page.waitForRequest((request) => request.url().includes('/Listen/channel'));

/** What this browser keeps of its conversation, apart from drafts; nothing of one that it does not have. */
export function kept(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('foyer:'));
    return JSON.parse((key && localStorage.getItem(key)) ?? '{}') as Record<string, unknown>;
  });
}

/** The id of the conversation that this browser has. */
export async function conversationId(page: Page): Promise<string> {
  return String((await kept(page)).conversationId ?? '');
}
