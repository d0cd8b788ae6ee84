import { formatResumeCode } from '@foyer/domain/written-code';
import { words as faults } from '@foyer/words/compiled/en/faults';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';
import { newCode } from '../support/visitor.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { someBrowser, useBrowser, visit } from './support.ts';
import { begin, box, bubble, write } from './visitor-page.ts';

useBrowser();

const cloud = openTestCloud();
let ada: PageOwner;
beforeAll(async () => {
  ada = await managerWithPage();
});

async function storedTexts(): Promise<string[]> {
  const table = await cloud.tables();
  const found = await table.conversations(ada.uid).get();
  const all = await Promise.all(found.docs.map(({ id }) => table.messages(ada.uid, id).get()));
  return all.flatMap(({ docs }) => docs.map((message) => message.data().text ?? ''));
}

/** Records every body that the page sends. */
function listen(page: Page): string[] {
  const bodies: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/api/conversations')) bodies.push(request.postData() ?? '');
  });
  return bodies;
}

const mistyped = (code: string) => code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A');

describe('a code typed as a message', () => {
  test('opens its conversation from the message box, and is never sent', async () => {
    const code = await begin(await visit(`/${ada.slug}`), 'From my desk');
    for (const typed of [code, `${code.toLowerCase()}.`, `${emulators().hosting}/${ada.slug}#resume=${code}`]) {
      const page = await visit(`/${ada.slug}`);
      const sent = listen(page);
      await write(page, typed);
      await page.getByText('Continue your conversation with Ada?').waitFor();
      expect(await box(page).isVisible()).toBe(false);
      await page.getByRole('button', { name: 'Not now' }).click();
      expect(await box(page).inputValue()).toBe(typed);
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByRole('button', { name: 'Continue' }).click();
      await bubble(page, 'From my desk').waitFor();
      expect(await box(page).inputValue()).toBe('');
      expect(sent).toEqual([]);
    }
    expect(await storedTexts()).toEqual(['From my desk']);
  });

  test('leads to a question in the thread too, and to a notice if it is the open one’s', async () => {
    const other = await begin(await visit(`/${ada.slug}`), 'The other one');
    const page = await visit(`/${ada.slug}`);
    const own = await begin(page, 'This one');
    const sent = listen(page);
    await write(page, own);
    await page.getByText('That’s the code for this conversation, so we didn’t send it.').waitFor();
    await write(page, other);
    await page.getByText('Another one is open in this browser.').waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
    await bubble(page, 'The other one').waitFor();
    expect(sent).toEqual([]);
  });

  test('can be corrected if it is mistyped, or sent if it is something else', async () => {
    const code = await begin(await visit(`/${ada.slug}`), 'With a slip');
    const page = await visit(`/${ada.slug}`);
    await write(page, mistyped(code));
    await page.getByText('Is this your code?').waitFor();
    await page.getByText(faults['code-check']).waitFor();
    await page.getByPlaceholder('7KX2').fill(code);
    await page.getByRole('button', { name: 'Continue' }).click();
    await bubble(page, 'With a slip').waitFor();

    const order = mistyped(formatResumeCode(newCode()));
    const another = await visit(`/${ada.slug}`);
    await box(another).fill(order);
    await another.getByLabel('Your name').fill('Mina');
    await another.getByRole('button', { name: 'Send' }).click();
    await another.getByRole('button', { name: 'Send it as a message' }).click();
    await bubble(another, order).waitFor();
    await another.getByText('Save your code.').waitFor();
    expect(await storedTexts()).toContain(order);
  });

  test('is not sent from a frame, which links to the page; a lookalike can be sent', async () => {
    const code = formatResumeCode(newCode());
    const page = await visit(`/${ada.slug}/embed`);
    const sent = listen(page);
    await write(page, code);
    await page.getByText('That’s a code, so we didn’t send it.').waitFor();
    const onward = page.getByRole('link', { name: 'Continue your conversation' });
    expect(await onward.getAttribute('href')).toBe(`/${ada.slug}#resume=${code}`);
    expect(await page.getByRole('button', { name: 'Send it as a message' }).count()).toBe(0);
    await write(page, mistyped(code));
    await page.getByText('This looks like a code, so we haven’t sent it.').waitFor();
    expect(sent).toEqual([]);
    await page.getByRole('button', { name: 'Send it as a message' }).click();
    await page.getByText('Save your code.').waitFor();
    expect(await storedTexts()).toContain(mistyped(code));
  });

  test('is refused by the API if the script for the question can’t be loaded', async () => {
    const page = await (await someBrowser()).newPage();
    await page.route(/ask-about-code/, (route) => route.abort());
    await page.goto(`/${ada.slug}`);
    await write(page, formatResumeCode(newCode()));
    await page.getByText('That’s a code, so we didn’t send it.').waitFor();
  });
});
