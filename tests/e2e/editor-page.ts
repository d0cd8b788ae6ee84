import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { signIn } from './dashboard.ts';
import type { PageOwner } from './people.ts';
import { DESK, someBrowser } from './support.ts';

/** Signs in, and opens the editor in a browser of its own. */
export async function openEditor(owner: PageOwner, viewport = DESK): Promise<Page> {
  const page = await (await someBrowser(viewport)).newPage();
  await signIn(page, owner);
  await goToEditor(page);
  return page;
}

export async function goToEditor(page: Page): Promise<void> {
  await page.goto('/app/page');
  await page.getByRole('tab', { name: 'You' }).waitFor();
}

/** Opens one part of the fields. */
export async function openTab(page: Page, name: 'You' | 'Sections' | 'Look' | 'Reach'): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click();
}

export const field = (page: Page, label: string): Locator => page.getByLabel(label, { exact: true });

/** The page in its frame. */
export const preview = (page: Page) => page.frameLocator('iframe[title="Preview of your page"]');

export const publishButton = (page: Page): Locator => page.getByRole('button', { name: 'Publish', exact: true });

/** Waits until everything on the screen is a draft. */
export async function untilSaved(page: Page): Promise<void> {
  await page.getByText('Saved as a draft').waitFor();
}

/** Types into the field that has just been opened: it takes the focus, but not at once. */
export async function typeIntoOpened(page: Page, words: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.matches('input, textarea'))).toBe(true);
  await page.keyboard.type(words);
}
