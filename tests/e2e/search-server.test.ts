import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { message, reply, row, signIn } from './dashboard.ts';
import { managerWithPage } from './people.ts';
import { DESK, someBrowser, useBrowser, visit } from './support.ts';
import { begin } from './visitor-page.ts';

useBrowser();

const results = (page: Page) => page.locator('a[data-result]');

/** Searches again until the server has indexed the latest write. */
async function search(page: Page, query: string, count: number): Promise<void> {
  const counted = async () => {
    await page.goto(`/app/search?${new URLSearchParams({ q: query })}`);
    await page
      .getByRole('status')
      .getByText(/results?\b/)
      .first()
      .waitFor();
    return results(page).count();
  };
  await expect.poll(counted).toBe(count);
}

test('the server finds what a visitor and the manager wrote, and filters it', async () => {
  const ada = await managerWithPage();
  await begin(await visit(`/${ada.slug}`), 'Could you send the lighthouse invoice?');
  await begin(await visit(`/${ada.slug}`), 'A letter about something else');
  const page = await (await someBrowser(DESK)).newPage();
  await signIn(page, ada);
  await row(page, 'lighthouse').getByRole('link').click();
  await reply(page, 'The Lighthouse drawing is on its way.');
  await message(page, 'The Lighthouse drawing is on its way.').waitFor();

  await search(page, 'lighth', 2);
  expect(await page.locator('mark').allTextContents()).toEqual(['Lighth', 'lighth']);
  await search(page, 'lighthouse invoice', 1);
  await search(page, 'lighthouse in:inbox', 2);
  await search(page, 'lighthouse in:spam', 0);
  await search(page, 'lighthouse after:2020-01-31', 2);
  await search(page, 'lighthouse before:2020-01-31', 0);

  await search(page, '"lighthouse invoice"', 1);
  await results(page).first().click();
  await message(page, 'Could you send the lighthouse invoice?').waitFor();
  expect(new URL(page.url()).searchParams.get('m')).not.toBeNull();
});
