import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { managerWithPage, type PageOwner } from './people.ts';
import { APPEARS_MS, DESK, holdBack, PHONE, someBrowser, useBrowser, visit } from './support.ts';
import { begin, box, bubble } from './visitor-page.ts';

useBrowser();

let ada: PageOwner;
beforeAll(async () => {
  ada = await managerWithPage();
});

const LONG = 'First line\nSecond line\n\nFourth line, and then some more words that need another line on a phone';

const drafts = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('foyer-draft:')));

async function choose(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'More about this conversation' }).click();
  await page.getByRole('button', { name: entry, exact: true }).click();
}

/** The positions and sizes of all elements on the page. */
const places = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *, footer')]
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return `${element.tagName} ${Math.round(x)} ${Math.round(y)} ${Math.round(width)} ${Math.round(height)}`;
      }),
  );

/** Counts layout shifts that the visitor didn't cause. */
async function watchShifts(context: BrowserContext): Promise<(page: Page) => Promise<number>> {
  await context.addInitScript(() => {
    const seen = window as unknown as { shifts: number };
    seen.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { hadRecentInput: boolean; value: number })[]) {
        if (!entry.hadRecentInput) seen.shifts += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return (page) => page.evaluate(() => (window as unknown as { shifts: number }).shifts);
}

describe('a draft in the message box', () => {
  test.each([
    ['a desk', DESK],
    ['a phone', PHONE],
  ])('is restored after a reload, in another tab and after going back, without shifts: %s', async (_, viewport) => {
    const context = await someBrowser(viewport);
    const shifts = await watchShifts(context);
    const page = await context.newPage();
    await page.goto(`/${ada.slug}`, { waitUntil: 'networkidle' });
    const untouched = await places(page);
    await box(page).fill(LONG);
    await page.getByLabel('Your name').fill('Mina');
    await page.getByLabel('Email').fill('mina@example.org');

    const isBack = async (there: Page) => {
      await expect.poll(() => box(there).inputValue(), { timeout: APPEARS_MS }).toBe(LONG);
      await there.waitForLoadState('networkidle');
      expect(await places(there)).toEqual(untouched);
      expect(await shifts(there)).toBe(0);
    };
    await page.reload();
    await isBack(page);
    await page.goto('/directory');
    await page.goBack();
    await isBack(page);
    const another = await context.newPage();
    await another.goto(`/${ada.slug}`);
    await isBack(another);

    // The box expands when the visitor focuses it.
    await box(another).click();
    expect(await another.getByLabel('Your name').inputValue()).toBe('Mina');
    expect(await another.getByLabel('Email').inputValue()).toBe('mina@example.org');
    expect(await box(another).evaluate((field) => field.clientHeight >= field.scrollHeight)).toBe(true);
  });

  test('is sent in full with Send alone, with the name, and then removed', async () => {
    const page = await visit(`/${ada.slug}`);
    await box(page).fill('Kept and sent');
    await page.getByLabel('Your name').fill('Mina');
    await page.reload();
    await expect.poll(() => box(page).inputValue()).toBe('Kept and sent');
    const [request] = await Promise.all([
      page.waitForRequest((sent) => sent.method() === 'POST' && sent.url().endsWith('/api/conversations')),
      page.getByRole('button', { name: 'Send' }).click(),
    ]);
    expect(request.postDataJSON()).toMatchObject({ text: 'Kept and sent', name: 'Mina' });
    await page.getByText('Save your code.').waitFor();
    await expect.poll(() => drafts(page)).toEqual([]);
  });

  test('is removed when it is emptied, without any cookie or request', async () => {
    const page = await visit(`/${ada.slug}`);
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (!/\.(js|css)$/.test(new URL(request.url()).pathname)) asked.push(request.url());
    });
    await box(page).fill('Only thinking aloud');
    expect(await drafts(page)).toHaveLength(1);
    await box(page).fill('');
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
    expect([await page.context().cookies(), asked]).toEqual([[], []]);
  });

  test('does not prevent sending if storage is refused', async () => {
    const context = await someBrowser();
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    const page = await context.newPage();
    await page.goto(`/${ada.slug}`);
    await begin(page, 'Without any storage');
  });

  test('is kept below text that was typed before the script loaded', async () => {
    const context = await someBrowser();
    const page = await context.newPage();
    await page.goto(`/${ada.slug}`);
    await box(page).fill('From yesterday');
    const release = await holdBack(page, /assets\/island/);
    await page.goto(`/${ada.slug}`, { waitUntil: 'commit' });
    await box(page).pressSequentially('From to');
    await release();
    await expect.poll(() => box(page).inputValue()).toBe('From to\n\nFrom yesterday');
    await page.keyboard.type('day');
    expect(await box(page).inputValue()).toBe('From today\n\nFrom yesterday');
  });
});

describe('a draft in the thread', () => {
  test('belongs to its conversation, and is removed with Forget', async () => {
    const other = await begin(await visit(`/${ada.slug}`), 'The other conversation');
    const page = await visit(`/${ada.slug}`);
    const own = await begin(page, 'This conversation');
    await box(page).fill('Half a reply');
    await page.reload();
    await bubble(page, 'This conversation').waitFor();
    expect(await box(page).inputValue()).toBe('Half a reply');

    await page.goto(`/${ada.slug}#resume=${other}`);
    await page.getByRole('button', { name: 'Continue' }).click();
    await bubble(page, 'The other conversation').waitFor();
    expect(await box(page).inputValue()).toBe('');
    await box(page).fill('Half of another');
    await page.goto('about:blank');
    await page.goto(`/${ada.slug}#resume=${own}`);
    await page.getByRole('button', { name: 'Continue' }).click();
    await bubble(page, 'This conversation').waitFor();
    expect(await box(page).inputValue()).toBe('Half a reply');

    await choose(page, 'Remove from this device');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('button', { name: 'I have a code' }).waitFor();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.reload();
    expect(await box(page).inputValue()).toBe('');
  });

  test('is removed with a deleted conversation', async () => {
    const page = await visit(`/${ada.slug}`);
    await begin(page, 'To be deleted');
    await box(page).fill('Half a reply');
    await choose(page, 'Delete this conversation');
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByText('The conversation is deleted.').waitFor();
    expect([await box(page).inputValue(), await page.evaluate(() => localStorage.length)]).toEqual(['', 0]);
  });
});

describe('text typed before the script loads', () => {
  /** The part that sends. */
  const SENDING = /assets\/message-box/;

  /** A page whose script, or the part of it that sends, loads late. */
  async function late(what: RegExp, viewport = DESK, options = {}) {
    const page = await (await someBrowser(viewport, options)).newPage();
    const arrive = await holdBack(page, what);
    // The island hears presses from its own loading on, which is a moment after the box on a busy machine.
    await page.goto(`/${ada.slug}`, { waitUntil: what.source.includes('island') ? 'commit' : 'load' });
    await box(page).waitFor();
    // Set once the island listens.
    if (!what.source.includes('island')) await page.locator('#conversation[data-drafted]').waitFor();
    const texts: string[] = [];
    const ids = new Set<string>();
    page.on('request', (request) => {
      if (request.method() !== 'POST' || !request.url().includes('/api/conversations')) return;
      const { text, messageId } = request.postDataJSON();
      // A slow answer makes the page repeat the request, which changes nothing on the server.
      if (!ids.has(messageId)) texts.push(text);
      ids.add(messageId);
    });
    return { page, texts, arrive };
  }

  const WHEN: readonly [string, RegExp][] = [
    ['the island', /assets\/island/],
    ['the part that sends', SENDING],
  ];

  test('is sent once by Ctrl+Enter', async () => {
    const { page, texts, arrive } = await late(SENDING);
    await box(page).pressSequentially('Before the script');
    await page.keyboard.press('Control+Enter');
    await arrive();
    await bubble(page, 'Before the script').waitFor();
    await page.getByText('Save your code.').waitFor();
    expect([await box(page).inputValue(), texts]).toEqual(['', ['Before the script']]);
  });

  test('is sent by Send and Ctrl+Enter as separate messages, in order', async () => {
    const { page, texts, arrive } = await late(SENDING);
    await box(page).pressSequentially('One');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.type('Two');
    await page.getByRole('button', { name: 'Send' }).click();
    await box(page).focus();
    await page.keyboard.press('End');
    await page.keyboard.type('and not yet three');
    await arrive();
    await expect.poll(() => texts, { timeout: APPEARS_MS }).toEqual(['One', 'Two']);
    await bubble(page, 'Two').waitFor();
    expect(await box(page).inputValue()).toBe('and not yet three');
  });

  test('is sent as separate messages if the second was sent while the first ones were taken over', async () => {
    const { page, texts, arrive } = await late(SENDING);
    const takeOver = await holdBack(page, /assets\/send-waiting/);
    await box(page).pressSequentially('One');
    await page.keyboard.press('Control+Enter');
    await arrive();
    await page.locator('.keys').waitFor({ state: 'attached' });
    await page.keyboard.type('Two');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.type('Three');
    await takeOver();
    await expect.poll(() => texts, { timeout: APPEARS_MS }).toEqual(['One', 'Two']);
    await bubble(page, 'Two').waitFor();
    expect(await box(page).inputValue()).toBe('Three');
  });

  test('is sent by the next press of Send if the file that takes it over is gone', async () => {
    const { page, texts, arrive } = await late(SENDING);
    let isMissed = false;
    await page.route(/assets\/send-waiting/, async (route) => {
      await route.abort();
      isMissed = true;
    });
    await box(page).pressSequentially('One');
    await page.keyboard.press('Control+Enter');
    await arrive();
    await expect.poll(() => isMissed, { timeout: APPEARS_MS }).toBe(true);
    await box(page).pressSequentially(' and two');
    await page.unroute(/assets\/send-waiting/);
    await page.getByRole('button', { name: 'Send' }).click();
    await bubble(page, 'One and two').waitFor();
    await box(page).fill('Three');
    // The file would be loaded again after two seconds.
    await page.waitForTimeout(2500);
    expect([texts, await box(page).inputValue()]).toEqual([['One and two'], 'Three']);
  });

  test.each(WHEN)('has line breaks where Enter was pressed, without %s', async (_, what) => {
    const { page, texts, arrive } = await late(what);
    await box(page).fill('Pasted,\nin two lines');
    await box(page).press('Shift+Enter');
    await page.keyboard.type('and on');
    await page.keyboard.press('Enter');
    await arrive();
    await page.waitForLoadState('networkidle');
    expect([await box(page).inputValue(), texts]).toEqual(['Pasted,\nin two lines\nand on\n', []]);
  });

  test.each(WHEN)('has line breaks on a touch screen too, without %s', async (_, what) => {
    const { page, texts, arrive } = await late(what, PHONE, { hasTouch: true, isMobile: true });
    await box(page).pressSequentially('Dear Ada,');
    await page.keyboard.press('Enter');
    await arrive();
    await page.waitForLoadState('networkidle');
    expect([await box(page).inputValue(), texts]).toEqual(['Dear Ada,\n', []]);
  });
});
