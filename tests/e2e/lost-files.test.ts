import { beforeAll, expect, test } from 'vitest';
import { managerWithPage, type PageOwner } from './people.ts';
import { useFullBrowser, visit } from './support.ts';
import { box, bubble } from './visitor-page.ts';

// Chromium 153 and older remember a failed import until the page is loaded again.
useFullBrowser();

let ada: PageOwner;
beforeAll(async () => {
  ada = await managerWithPage();
});

test('a message is shown as sent without the thread’s files, which appear once they load', async () => {
  const page = await visit(`/${ada.slug}`);
  await page.route(/\/assets\/thread-/, (route) => route.abort());
  await box(page).fill('Is this line very slow?');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('.when').getByText('Sent', { exact: true }).waitFor();
  expect(await page.getByText('Save your code.').count()).toBe(0);
  await page.unroute(/\/assets\/thread-/);
  await page.getByText('Save your code.').waitFor();
  await bubble(page, 'Is this line very slow?').waitFor();
});
