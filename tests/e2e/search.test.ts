import { newTextMessage } from '@foyer/domain/new-message';
import type { SearchResults } from '@foyer/domain/search';
import { Timestamp } from '@google-cloud/firestore';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { begun } from '../support/conversation.ts';
import { deepTest, sampleOf } from '../support/sample.ts';
import { findings, STILL } from './axe.ts';
import { hasFocus, message, row, signIn, signOut } from './dashboard.ts';
import { fillInbox, linkOf } from './filled-inbox.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { foundConversation, foundMessage, NOTHING, stubSearch } from './search-stub.ts';
import { DESK, PHONE, SIZES, someBrowser, useBrowser } from './support.ts';

useBrowser();
const cloud = openTestCloud();

/** Of the conversation with 130 messages. */
const LONG = 'f'.repeat(32);
const COUNT = 130;
const messageIdOf = (index: number) => `message-${index}`.padEnd(21, '-');
const textOf = (index: number) => (index === 4 ? 'The invoice for the garden is attached.' : `Line ${index} of the garden plan.`);

let ada: PageOwner;
beforeAll(async () => {
  ada = await managerWithPage();
  await fillInbox(cloud, ada, 40);
  const table = await cloud.tables();
  const startMs = Date.now() - 30 * 86_400_000;
  const at = (index: number) => Timestamp.fromMillis(startMs + index * 60_000);
  const batch = table.batch();
  const traits = { visitor: { name: 'Mina Sørensen', locale: 'en' }, unread: 0 };
  batch.set(table.conversation(ada.uid, LONG), begun({ text: textOf(COUNT - 1), at: at(COUNT - 1), traits }).conversation);
  for (let index = 0; index < COUNT; index++)
    batch.set(
      table.message(ada.uid, LONG, messageIdOf(index)),
      newTextMessage({ sender: index % 3 ? 'visitor' : 'manager', text: textOf(index) }, at(index)),
    );
  await batch.commit();
});

const MINA = foundConversation(LONG, 'Mina Sørensen', { preview: textOf(COUNT - 1), section: 'Gardens' });
const SPAM = foundConversation('e'.repeat(32), '', { tray: 'spam', isUnread: true, preview: 'Cheap invoices' });
const FOUND: SearchResults = {
  conversations: [MINA, SPAM],
  matching: [SPAM.id],
  messages: [
    foundMessage(LONG, messageIdOf(4), '…The invoice for the garden is attached. Is one invoice enough?', 'invoice'),
    { ...foundMessage(LONG, messageIdOf(60), 'No invoice without a plan', 'invoice'), sender: 'manager' },
  ],
  next: null,
};

const field = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search conversations' });
const results = (page: Page): Locator => page.locator('a[data-result]');
const count = (page: Page, text: string): Promise<void> => page.getByRole('status').getByText(text, { exact: true }).waitFor();
const address = (page: Page): string => page.url().slice(new URL(page.url()).origin.length);

async function inbox(viewport = DESK): Promise<Page> {
  const page = await (await someBrowser(viewport, STILL)).newPage();
  await signIn(page, ada);
  await row(page, 'Letter 0.').waitFor();
  return page;
}

async function open(page: Page, query = ''): Promise<void> {
  await page.keyboard.press('/');
  await expect.poll(() => hasFocus(field(page))).toBe(true);
  if (query !== '') await page.keyboard.type(query);
}

const isInView = (place: Locator): Promise<boolean> =>
  place.evaluate((element) => {
    const [own, frame] = [element.getBoundingClientRect(), element.closest('[role=log]')?.getBoundingClientRect()];
    return frame !== undefined && own.top >= frame.top && own.bottom <= frame.bottom;
  });

describe('a manager with only a keyboard', () => {
  test('searches, opens a message far up, and returns to the results and to the row', async () => {
    const page = await inbox();
    const { asked } = await stubSearch(page, () => FOUND);
    await linkOf(page, 12).focus();
    const list = page.locator('section[aria-labelledby="list-name"] .overflow-y-auto');
    // In one frame, so the event of scrolling comes after the list is gone.
    await list.evaluate((element) => {
      element.scrollTo({ top: 500 });
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: '/', code: 'Slash', bubbles: true, cancelable: true }));
    });
    await expect.poll(() => hasFocus(field(page))).toBe(true);
    await page.keyboard.type('invoice');
    await count(page, '3 results');
    expect(asked.at(-1)).toBe('invoice');
    await expect.poll(() => address(page)).toBe('/app/search?q=invoice');
    expect(await page.locator('mark').allTextContents()).toEqual(['invoice', 'invoice', 'invoice']);
    await page.getByText('You: No invoice without a plan').waitFor();

    // Conversations come before messages, and arrows reach all of them, j and k once the field is left.
    expect(await results(page).evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.result))).toEqual([
      SPAM.id,
      messageIdOf(4),
      messageIdOf(60),
    ]);
    await page.keyboard.press('ArrowDown');
    expect(await hasFocus(results(page).nth(0))).toBe(true);
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('j');
    expect(await hasFocus(results(page).nth(2))).toBe(true);
    await page.keyboard.press('k');
    expect(await hasFocus(results(page).nth(1))).toBe(true);
    await page.keyboard.press('Enter');

    const wanted = message(page, textOf(4));
    await wanted.waitFor();
    await expect.poll(() => isInView(wanted)).toBe(true);
    expect(address(page)).toBe(`/app/c/${LONG}?m=${messageIdOf(4)}`);
    expect(await page.locator(`[data-message="${messageIdOf(4)}"]`).evaluate((one) => one === document.activeElement)).toBe(true);

    await page.goBack();
    await count(page, '3 results');
    expect(await hasFocus(results(page).nth(1))).toBe(true);
    expect(await field(page).inputValue()).toBe('invoice');

    await page.keyboard.press('Escape');
    expect([await field(page).inputValue(), await hasFocus(field(page))]).toEqual(['', true]);
    await page.keyboard.press('Escape');
    await expect.poll(() => address(page)).toBe('/app/');
    await expect.poll(() => hasFocus(linkOf(page, 12))).toBe(true);
    expect(await list.evaluate((element) => element.scrollTop)).toBe(500);
  });

  test('can type before the screen is loaded, and loses no letter', async () => {
    const page = await inbox();
    const { asked } = await stubSearch(page, () => FOUND);
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    await page.route('**/search-screen-*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.keyboard.press('/');
    await page.keyboard.type('invoi');
    await expect.poll(() => page.getByRole('searchbox', { name: 'Search' }).inputValue()).toBe('invoi');
    go();
    await expect.poll(() => hasFocus(field(page))).toBe(true);
    await page.keyboard.type('ce');
    await count(page, '3 results');
    expect([asked.at(-1), await field(page).inputValue()]).toEqual(['invoice', 'invoice']);
  });

  test('opens a result with Enter twice, and a reload lands at the same message', async () => {
    const page = await inbox();
    await stubSearch(page, () => ({ ...FOUND, matching: [] }));
    await open(page, 'invoice');
    await page.keyboard.press('Enter');
    await expect.poll(() => results(page).count()).toBe(2);
    await expect.poll(() => hasFocus(results(page).first())).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => isInView(message(page, textOf(4)))).toBe(true);
    await page.reload();
    await message(page, textOf(4)).waitFor();
    await expect.poll(() => isInView(message(page, textOf(4)))).toBe(true);
    // Esc goes back to the results.
    await page.keyboard.press('Escape');
    await expect.poll(() => address(page)).toBe('/app/search?q=invoice');
    await expect.poll(() => results(page).count()).toBe(2);
  });

  test('searches from the palette, and lists the key', async () => {
    const page = await inbox();
    const { asked } = await stubSearch(page, () => FOUND);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('zinvoice');
    await page.getByRole('option', { name: 'Search for “zinvoice”', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await count(page, '3 results');
    expect([asked, await field(page).inputValue(), await hasFocus(field(page))]).toEqual([['zinvoice'], 'zinvoice', true]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => address(page)).toBe('/app/');
    await page.keyboard.press('?');
    const line = page.getByRole('dialog').locator('dl > div');
    await line.filter({ hasText: 'Search' }).getByText('/', { exact: true }).waitFor();
    await line.filter({ hasText: 'New note' }).getByText('N', { exact: true }).waitFor();
  });
});

describe('an answer', () => {
  test('that comes after a newer one is dropped', async () => {
    const page = await inbox();
    const held = Promise.withResolvers<void>();
    const { asked } = await stubSearch(page, async (query) => {
      if (query !== 'old') return { ...FOUND, matching: [], messages: FOUND.messages.slice(0, 1) };
      await held.promise;
      return FOUND;
    });
    await open(page, 'old');
    await expect.poll(() => asked).toEqual(['old']);
    await field(page).fill('invoice');
    await count(page, '1 result');
    held.resolve();
    await field(page).fill('invoice ');
    await count(page, '1 result');
    expect(await results(page).count()).toBe(1);
  });

  test('without results says what to do, and empty pages are followed for a while', async () => {
    const page = await inbox();
    const { asked } = await stubSearch(page, (query, after) =>
      query === 'nothing'
        ? NOTHING
        : { ...NOTHING, ...(after === 'p5' && { ...FOUND, matching: [] }), next: `p${Number(after?.slice(1) ?? 0) + 1}` },
    );
    await open(page, 'nothing');
    await page.getByText('No results for “nothing”').waitFor();
    await page.getByText('Check the spelling').waitFor();
    expect(await page.getByRole('button', { name: /results|searching/ }).count()).toBe(0);
    await field(page).fill('rare');
    await page.getByText('Nothing found so far').waitFor();
    expect(asked.filter((query) => query === 'rare').length).toBe(4);
    await page.getByRole('button', { name: 'Keep searching' }).click();
    await count(page, '2 results so far');
    await page.getByRole('button', { name: 'More results' }).waitFor();
  });

  test('names a message that doesn’t exist anymore', async () => {
    const page = await inbox();
    await stubSearch(page, () => ({
      ...FOUND,
      matching: [],
      messages: [foundMessage(LONG, 'gone'.padEnd(21, '-'), 'Old invoice', 'invoice')],
    }));
    await open(page, 'old');
    await results(page).first().click();
    await page.getByRole('status').getByText('This message doesn’t exist anymore.').waitFor();
    await message(page, textOf(0)).waitFor({ state: 'attached' });
  });
});

describe('a failure', () => {
  test('is named, and too many searches continue by themselves', async () => {
    const page = await inbox();
    let failures = 0;
    await stubSearch(page, (query) => {
      if (query === 'busy') return { code: 'busy', status: 503 };
      return failures++ === 0 ? { code: 'too-fast', status: 429, retryAfterSeconds: 1 } : FOUND;
    });
    await open(page, 'busy');
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await field(page).fill('invoice');
    await count(page, '3 results');
    expect(failures).toBe(2);
  });

  test('of the connection ends with it', async () => {
    const page = await inbox();
    let isLost = false;
    await stubSearch(page, () => (isLost ? 'lost' : FOUND));
    await open(page, 'invoice');
    await count(page, '3 results');
    isLost = true;
    await page.context().setOffline(true);
    await field(page).fill('garden');
    await page.getByText('You’re offline. Search works again when you’re connected.').waitFor();
    expect(await findings(page)).toEqual([]);
    isLost = false;
    await page.context().setOffline(false);
    await count(page, '3 results');
  });
});

test('recent searches stay on this device, can be removed, and end with the sign-out', async () => {
  const page = await inbox();
  const { asked } = await stubSearch(page, () => FOUND);
  const kept = () => page.evaluate(() => JSON.parse(localStorage.getItem('foyer:searches') ?? '[]'));
  const recent = page.getByRole('region', { name: 'Recent searches' });
  await open(page);
  for (const query of ['garden', 'invoice', 'plan']) {
    await field(page).fill(query);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await kept())[0]).toBe(query);
  }
  await page.keyboard.press('Escape');
  await recent.getByRole('button', { name: 'invoice', exact: true }).waitFor();
  await recent.getByRole('button', { name: 'Remove “garden”' }).click();
  await expect.poll(kept).toEqual(['plan', 'invoice']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await count(page, '3 results');
  expect([asked.at(-1), await field(page).inputValue()]).toEqual(['invoice', 'invoice']);
  await field(page).fill('');
  await recent.getByRole('button', { name: 'Clear all' }).click();
  await recent.waitFor({ state: 'detached' });
  expect(await kept()).toEqual([]);

  await field(page).fill('garden');
  await page.keyboard.press('Enter');
  await expect.poll(kept).toEqual(['garden']);
  await page.goto('/app/me');
  await signOut(page);
  expect(await page.evaluate(() => localStorage.getItem('foyer:searches'))).toBeNull();
});

deepTest('filters are offered below the field, and completed while they are typed', async () => {
  const page = await inbox(PHONE);
  const { asked } = await stubSearch(page, () => FOUND);
  await page.getByRole('link', { name: 'Search' }).click();
  await page.getByRole('button', { name: /^from:/ }).click();
  expect([await field(page).inputValue(), await hasFocus(field(page))]).toEqual(['from:', true]);
  await page.keyboard.type('mina is:p');
  await page.getByRole('button', { name: 'Pinned' }).click();
  expect(await field(page).inputValue()).toBe('from:mina is:pinned ');
  await expect.poll(() => asked.at(-1)).toBe('from:mina is:pinned');
  expect(asked).not.toContain('from:');
  await page.getByRole('button', { name: 'Back' }).click();
  await row(page, 'Letter 0.').waitFor();
  await expect.poll(() => hasFocus(page.getByRole('link', { name: 'Search' }))).toBe(true);
});

describe.each(sampleOf(SIZES, [SIZES[0]]))('on %s', (_, viewport) => {
  test.each(sampleOf(['light', 'dark'] as const, ['dark']))(
    'the search has no accessibility findings in %s colours',
    async (colorScheme) => {
      const page = await inbox(viewport);
      await page.emulateMedia({ colorScheme, ...STILL });
      await stubSearch(page, (query) =>
        query === 'busy' ? { code: 'busy', status: 503 } : query === 'no' ? NOTHING : { ...FOUND, next: 'p' },
      );
      expect(await findings(page)).toEqual([]);
      await page.evaluate(() => localStorage.setItem('foyer:searches', '["garden"]'));
      await open(page);
      await page.getByRole('region', { name: 'Recent searches' }).waitFor();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.type('invoice after:');
      await count(page, '3 results so far');
      expect(await findings(page)).toEqual([]);
      for (const [query, text] of [
        ['no', 'No results for “no”'],
        ['busy', 'Try again'],
      ] as const) {
        await field(page).fill(query);
        await page.getByText(text).first().waitFor();
        expect(await findings(page)).toEqual([]);
      }
    },
  );
});

deepTest('in Arabic the search reads from right to left, and each passage in its own direction', async () => {
  const page = await inbox();
  await page.evaluate(() => localStorage.setItem('foyer:language', 'ar'));
  const arabic = foundMessage(LONG, messageIdOf(9), 'هل الفاتورة جاهزة؟', 'الفاتورة');
  await stubSearch(page, () => ({ ...FOUND, messages: [arabic, ...FOUND.messages] }));
  await page.goto('/app/search?q=%D9%81%D8%A7%D8%AA%D9%88%D8%B1%D8%A9');
  await expect.poll(() => results(page).count()).toBe(4);
  const direction = (text: string) => page.getByText(text).evaluate((element) => getComputedStyle(element).direction);
  expect(await direction('هل')).toBe('rtl');
  expect(await direction('Is one')).toBe('ltr');
  expect(await page.locator('mark').first().textContent()).toBe('الفاتورة');
  expect(await findings(page)).toEqual([]);
});
