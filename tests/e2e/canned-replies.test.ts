import { randomBytes } from 'node:crypto';
import { paths } from '@foyer/domain/paths';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { putConversation } from '../support/conversation.ts';
import { deepTest } from '../support/sample.ts';
import { findings, STILL } from './axe.ts';
import { composer, message, signIn } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { DESK, PHONE, someBrowser, useBrowser } from './support.ts';

useBrowser();
const cloud = openTestCloud();

const list = (page: Page) => page.getByRole('listbox', { name: 'Canned replies' });
const option = (page: Page, title: string) => list(page).getByRole('option', { name: title });
const active = (page: Page) => list(page).locator('[aria-selected="true"]');

async function store({ uid }: PageOwner, replies: Readonly<Record<string, { title: string; text: string }>>): Promise<void> {
  const db = await cloud.firestore();
  for (const [id, reply] of Object.entries(replies)) await db.doc(`${paths.cannedReplies(uid)}/${id}`).set(reply);
}

async function storedTitles({ uid }: PageOwner): Promise<string[]> {
  const { docs } = await (await cloud.firestore()).collection(paths.cannedReplies(uid)).get();
  return docs.map((found) => found.data().title as string).sort();
}

describe('in a reply', () => {
  let ada: PageOwner;
  beforeAll(async () => {
    ada = await managerWithPage();
    await store(ada, {
      a1: { title: 'Prices', text: 'Hello {name},\nfrom 400 euros a day: {page}\n{my.name}' },
      a2: { title: 'Proposal', text: 'Dear {company}, thank you.' },
      a3: { title: 'Away', text: 'Back on Monday.' },
      a4: { title: 'Whole book', text: 'x'.repeat(4000) },
    });
  });

  /** Opens a new conversation: the draft of an earlier test could still come from the server. */
  async function opened(viewport = DESK, options = {}): Promise<Page> {
    const id = randomBytes(16).toString('hex');
    const traits = { visitor: { name: 'Mina Okafor', locale: 'en' } };
    await putConversation(await cloud.tables(), ada.uid, id, { text: 'What do you charge?', traits });
    const page = await (await someBrowser(viewport, options)).newPage();
    await signIn(page, ada);
    await page.locator(`li[data-conversation="${id}"]`).getByRole('link').click();
    await page.getByRole('button', { name: 'Canned replies' }).waitFor();
    return page;
  }

  test('a slash offers them, and keys insert one with its variables filled', async () => {
    const page = await opened();
    await page.emulateMedia(STILL);
    await composer(page).pressSequentially('and/or /pr');
    await expect.poll(() => list(page).getByRole('option').count()).toBe(2);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page), colorScheme).toEqual([]);
    }
    expect(await composer(page).getAttribute('aria-activedescendant')).toBe(await active(page).getAttribute('id'));
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => active(page).textContent()).toContain('Proposal');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    const hosting = new URL(page.url()).origin;
    const filled = `and/or Hello Mina Okafor,\nfrom 400 euros a day: ${hosting}/${ada.slug}\n${ada.name}`;
    expect(await composer(page).inputValue()).toBe(filled);
    await expect.poll(() => list(page).count()).toBe(0);
    await expect.poll(() => composer(page).getAttribute('aria-controls')).toBeNull();
    await page.keyboard.press('Control+z');
    expect(await composer(page).inputValue()).toBe('and/or /pr');
    await page.keyboard.press('Control+Shift+z');
    await page.keyboard.press('Enter');
    await expect.poll(() => composer(page).inputValue()).toBe('');
    await page.getByRole('log').getByText('from 400 euros').waitFor();
  });

  test('Escape closes the list and keeps the text; Enter then sends it', async () => {
    const page = await opened();
    await composer(page).pressSequentially('/away');
    await option(page, 'Away').waitFor();
    await page.keyboard.press('Escape');
    expect(await list(page).count()).toBe(0);
    expect(await composer(page).inputValue()).toBe('/away');
    await page.keyboard.type('s');
    expect(await list(page).count()).toBe(0);
    await page.keyboard.press('Enter');
    await message(page, '/aways').waitFor();
    // Nothing matches: the list is no obstacle.
    await composer(page).pressSequentially('/zzz');
    await page.keyboard.press('Enter');
    await message(page, '/zzz').waitFor();
  });

  test('an unknown variable stays, is selected and pointed out', async () => {
    const page = await opened();
    await composer(page).pressSequentially('/proposal');
    await option(page, 'Proposal').waitFor();
    await page.keyboard.press('Enter');
    expect(await composer(page).inputValue()).toBe('Dear {company}, thank you.');
    await page.getByText('{company} isn’t filled in. It will be sent as it is.').waitFor();
    await page.keyboard.type('team');
    expect(await composer(page).inputValue()).toBe('Dear team, thank you.');
    await expect.poll(() => page.getByText('isn’t filled in').count()).toBe(0);
    await composer(page).fill('');
  });

  test('a reply that would get too long is refused, and nothing is lost', async () => {
    const page = await opened();
    await composer(page).pressSequentially('Dear Mina, /whole');
    await option(page, 'Whole book').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('“Whole book” doesn’t fit: your reply would be 11 characters too long.').waitFor();
    expect(await composer(page).inputValue()).toBe('Dear Mina, /whole');
    await composer(page).fill('');
  });

  deepTest('an input method chooses its own words with Enter', async () => {
    const page = await opened();
    await composer(page).pressSequentially('/');
    await option(page, 'Away').waitFor();
    const keyboard = await page.context().newCDPSession(page);
    await keyboard.send('Input.imeSetComposition', { text: 'あ', selectionStart: 1, selectionEnd: 1 });
    await expect.poll(() => list(page).count()).toBe(0);
    await keyboard.send('Input.imeSetComposition', { text: 'a', selectionStart: 1, selectionEnd: 1 });
    await option(page, 'Away').waitFor();
    const isLeft = await composer(page).evaluate((field) =>
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })),
    );
    expect([isLeft, await composer(page).inputValue()]).toEqual([true, '/a']);
    await keyboard.send('Input.insertText', { text: 'away' });
    await expect.poll(() => list(page).getByRole('option').count()).toBe(1);
    await composer(page).fill('');
  });

  deepTest('on a phone, the button opens the list and a tap inserts', async () => {
    const page = await opened(PHONE, { hasTouch: true, isMobile: true });
    await composer(page).fill('Hello,');
    await page.getByRole('button', { name: 'Canned replies' }).tap();
    await option(page, 'Away').tap();
    await expect.poll(() => composer(page).inputValue()).toBe('Hello, Back on Monday.');
    expect(await composer(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await composer(page).fill('');
  });
});

test('canned replies are written, changed and deleted in place, in two tabs and offline', async () => {
  const ada = await managerWithPage();
  const context = await someBrowser();
  const [page, other] = [await context.newPage(), await context.newPage()];
  await signIn(page, ada);
  for (const tab of [page, other]) {
    await tab.goto('/app/settings#canned-replies');
    await tab.getByText('No canned replies yet.').waitFor();
  }
  await page.getByRole('button', { name: 'Add a canned reply' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => page.locator('[aria-invalid]').count()).toBe(2);
  await page.keyboard.type('Prices');
  await page.getByLabel('Text', { exact: true }).fill('Hello {name}, see {page}. {firm}');
  // The variable is isolated by invisible characters.
  await page.getByText(/Nothing fills \u2068?\{firm\}/).waitFor();
  await page.locator('figure').getByText('Hello Mina, see').waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await other.getByText('Prices', { exact: true }).waitFor();
  await expect.poll(() => storedTitles(ada)).toEqual(['Prices']);

  // Deleted in one tab while it is changed in the other: what is saved last is there.
  await other.getByRole('button', { name: 'Edit “Prices”' }).click();
  await other.getByLabel('Title').fill('My prices');
  await page.getByRole('button', { name: 'Delete “Prices”' }).click();
  await expect.poll(() => storedTitles(ada)).toEqual([]);
  await other.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => storedTitles(ada)).toEqual(['My prices']);

  await page.getByRole('button', { name: 'Delete “My prices”' }).click();
  await expect.poll(() => storedTitles(ada)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => storedTitles(ada)).toEqual(['My prices']);

  await context.setOffline(true);
  await page.getByRole('button', { name: 'Add a canned reply' }).click();
  await page.getByLabel('Title').fill('Away');
  await page.getByLabel('Text', { exact: true }).fill('Back on Monday.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Edit “Away”' }).waitFor();
  await context.setOffline(false);
  await expect.poll(() => storedTitles(ada)).toEqual(['Away', 'My prices']);
});
