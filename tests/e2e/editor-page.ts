import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { signIn } from './dashboard.ts';
import type { PageOwner } from './people.ts';
import { DESK, someBrowser } from './support.ts';

/** Signs in, and opens the editor in a new browser. */
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

export async function openTab(page: Page, name: 'You' | 'Sections' | 'Look' | 'Visibility'): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click();
}

export const field = (page: Page, label: string): Locator => page.getByLabel(label, { exact: true });

/** The page in the preview's frame. */
export const preview = (page: Page) => page.frameLocator('iframe[title="Preview of your page"]');

export const publishButton = (page: Page): Locator => page.getByRole('button', { name: 'Publish', exact: true });

/** Waits until all changes are saved as a draft. */
export async function untilSaved(page: Page): Promise<void> {
  await page.getByText('Draft saved').waitFor();
}

/** Types into a field that was just opened: it gets the focus a moment later. */
export async function typeIntoOpened(page: Page, words: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.matches('input, textarea'))).toBe(true);
  await page.keyboard.type(words);
}
