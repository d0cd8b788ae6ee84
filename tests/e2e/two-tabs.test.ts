import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { APPEARS_MS, someBrowser, useBrowser } from './support.ts';
import { box, bubble } from './visitor-page.ts';

useBrowser();

const cloud = openTestCloud();
let ada: PageOwner;
let otherAda: PageOwner;
beforeAll(async () => {
  [ada, otherAda] = await Promise.all([managerWithPage(), managerWithPage()]);
});

/** A manager's stored messages, by conversation. */
async function storedOf({ uid }: PageOwner): Promise<string[][]> {
  const table = await cloud.tables();
  const found = await table.conversations(uid).get();
  return Promise.all(
    found.docs.map(async ({ id }) => (await table.messages(uid, id).get()).docs.map((message) => message.data().text ?? '').sort()),
  );
}

/** Tabs of one browser, each with a first message in its box. */
async function tabsWith(context: BrowserContext, ...drafts: [slug: string, text: string][]): Promise<Page[]> {
  const pages: Page[] = [];
  for (const [slug, text] of drafts) {
    const page = await context.newPage();
    await page.goto(`/${slug}`);
    await box(page).fill(text);
    await page.waitForLoadState('networkidle');
    pages.push(page);
  }
  return pages;
}

/** Sends in all tabs at the same time of their common clock. */
async function sendAtOnce(pages: readonly Page[]): Promise<void> {
  const at = Date.now() + 500;
  await Promise.all(
    pages.map((page) =>
      page.evaluate((at) => {
        const form = document.querySelector('form');
        while (Date.now() < at);
        form?.requestSubmit();
      }, at),
    ),
  );
}

describe('two tabs that send their first messages at the same moment', () => {
  test('start one conversation with both messages on one page, and both tabs show them', async () => {
    for (let round = 0; round < 5; round++) {
      const texts = [`One of ${round}`, `Other of ${round}`] as const;
      const context = await someBrowser();
      const pages = await tabsWith(context, [ada.slug, texts[0]], [ada.slug, texts[1]]);
      await sendAtOnce(pages);
      for (const page of pages) for (const text of texts) await bubble(page, text).waitFor();
      expect((await storedOf(ada)).filter((conversation) => texts.some((text) => conversation.includes(text)))).toEqual([[...texts]]);
      await context.close();
    }
  });

  test('keep both conversations in the cookie on the pages of two managers', async () => {
    const context = await someBrowser();
    const pages = await tabsWith(context, [ada.slug, 'To one manager'], [otherAda.slug, 'To another manager']);
    // Both requests would have no cookie, and the later response would replace the earlier one's.
    await context.route('**/api/conversations', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await route.continue();
    });
    await sendAtOnce(pages);
    await Promise.all(pages.map((page) => page.getByText('Save your code.').waitFor()));
    await context.unroute('**/api/conversations');
    for (const page of pages) await page.reload();
    await bubble(pages[0] as Page, 'To one manager').waitFor();
    await bubble(pages[1] as Page, 'To another manager').waitFor();
  });

  test('keep both conversations without Web Locks: the code restores the lost cookie', async () => {
    const context = await someBrowser();
    await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
    const pages = await tabsWith(context, [ada.slug, 'Without locks'], [otherAda.slug, 'Without locks either']);
    const waiting: (() => void)[] = [];
    await context.route('**/api/conversations', async (route) => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length === 2) for (const go of waiting) go();
      });
      await route.continue();
    });
    await sendAtOnce(pages);
    await Promise.all(pages.map((page) => page.getByText('Save your code.').waitFor()));
    await context.unroute('**/api/conversations');
    for (const [index, page] of pages.entries()) {
      await box(page).fill(`Further ${index}`);
      await page.getByRole('button', { name: 'Send' }).click();
    }
    await expect.poll(() => storedOf(ada), { timeout: APPEARS_MS }).toContainEqual(['Further 0', 'Without locks']);
    await expect.poll(() => storedOf(otherAda), { timeout: APPEARS_MS }).toContainEqual(['Further 1', 'Without locks either']);
    for (const page of pages) await page.reload();
    await bubble(pages[0] as Page, 'Further 0').waitFor();
    await bubble(pages[1] as Page, 'Further 1').waitFor();
  });
});
