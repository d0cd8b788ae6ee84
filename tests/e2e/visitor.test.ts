import { readFile } from 'node:fs/promises';
import { MESSAGE_RATE } from '@foyer/domain/limits';
import { MANAGER } from '@foyer/domain/participant';
import { formatResumeCode } from '@foyer/domain/written-code';
import { words as problems } from '@foyer/words/compiled/en/visitor-problems';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { addMessage } from '../support/conversation.ts';
import { newCode } from '../support/visitor.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { APPEARS_MS, PHONE, someBrowser, useBrowser, visit } from './support.ts';
import { begin, box, bubble, conversationId, enterCode, isLive, write } from './visitor-page.ts';

useBrowser();

const cloud = openTestCloud();
let ada: PageOwner;
beforeAll(async () => {
  ada = await managerWithPage();
});

/** The manager's reply, as the dashboard writes it. */
async function reply(conversationText: string, text: string): Promise<void> {
  const table = await cloud.tables();
  const found = await table.conversations(ada.uid).get();
  const conversation = found.docs.find((document) => document.get('lastMessage.preview') === conversationText);
  if (!conversation) throw new Error(`There is no conversation that ends with "${conversationText}".`);
  await addMessage(table, ada.uid, conversation.id, { sender: MANAGER, text });
}

async function storedTexts(page: Page): Promise<string[]> {
  const id = await conversationId(page);
  const messages = await (await cloud.tables()).messages(ada.uid, id).orderBy('createdAt').get();
  return messages.docs.map((message) => message.data().text ?? '');
}

describe('a visitor', () => {
  test('leaves nothing behind by reading, and only a draft in the browser by typing', async () => {
    const page = await visit(`/${ada.slug}`);
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
    await box(page).fill('Only thinking aloud');
    expect(await page.evaluate(() => [Object.values(localStorage), sessionStorage.length, document.cookie])).toEqual([
      ['{"":["Only thinking aloud","",""]}'],
      0,
      '',
    ]);
    expect(await page.context().cookies()).toEqual([]);
  });

  test('writes without an account, gets a code, and reads the reply without reloading', async () => {
    const page = await visit(`/${ada.slug}`, PHONE);
    const code = await begin(page, 'May I ask you something?');
    expect(code).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ name: '__session', httpOnly: true, sameSite: 'Strict' });
    await isLive(page);
    await reply('May I ask you something?', 'Of course.');
    await bubble(page, 'Of course.').waitFor();
  });

  test('finds the thread again after a reload, and after closing the tab', async () => {
    const page = await visit(`/${ada.slug}`);
    await begin(page, 'I will be back');
    await page.reload();
    await bubble(page, 'I will be back').waitFor();
    const again = await page.context().newPage();
    await page.close();
    await again.goto(`/${ada.slug}`);
    await bubble(again, 'I will be back').waitFor();
  });

  test('resumes in another browser with the code, and both are live', async () => {
    const first = await visit(`/${ada.slug}`);
    const code = await begin(first, 'From the desk');
    const second = await visit(`/${ada.slug}`, PHONE);
    await second.getByRole('button', { name: 'I have a code' }).click();
    await second.getByPlaceholder('7KX2').fill(code.toLowerCase().replaceAll('-', ' '));
    await second.getByRole('button', { name: 'Continue' }).click();
    await bubble(second, 'From the desk').waitFor();
    await write(second, 'From the phone');
    await bubble(first, 'From the phone').waitFor();
  });

  test('resumes with the code from the front page, and from someone else’s page', async () => {
    const ben = await managerWithPage('Ben Okoro');
    const code = await begin(await visit(`/${ada.slug}`), 'Whose door was it?');
    for (const address of ['/', `/${ben.slug}`]) {
      const page = await visit(address, PHONE);
      await (address === '/' ? enterCode(page) : page.getByRole('button', { name: 'I have a code' }).click());
      await page.getByPlaceholder('7KX2').fill(formatResumeCode(newCode()));
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByText(problems['unknown-code']).waitFor();
      await page.getByPlaceholder('7KX2').fill(code);
      await page.getByRole('button', { name: 'Continue' }).click();
      await bubble(page, 'Whose door was it?').waitFor();
      expect(new URL(page.url()).pathname).toBe(`/${ada.slug}`);
    }
  });

  test('is asked before a code opens another conversation, and loses neither', async () => {
    const other = await begin(await visit(`/${ada.slug}`), 'The one of the code');
    const page = await visit(`/${ada.slug}`);
    const own = await begin(page, 'The one that was open');
    for (const [button, text] of [
      ['Stay with this one', 'The one that was open'],
      ['Continue', 'The one of the code'],
    ] as const) {
      await page.goto('/resume');
      await page.getByPlaceholder('7KX2').fill(other);
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByText('Another one is open in this browser.').waitFor();
      await page.getByText(own).waitFor();
      await page.getByRole('button', { name: button }).click();
      await bubble(page, text).waitFor();
    }
  });

  test('saves the way back as a link, a code, a file, a QR code or an email', async () => {
    const page = await visit(`/${ada.slug}`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const code = await begin(page, 'So many ways');
    const link = new URL(`/${ada.slug}#resume=${code}`, page.url()).href;
    const card = page.getByRole('region', { name: 'Your code' });
    expect(await card.locator('button, a').allTextContents()).toEqual([
      'Save my link',
      'Copy code',
      'Save as a file',
      'QR code',
      'Email it to myself',
      'Done',
    ]);
    await card.getByRole('button', { name: 'QR code' }).click();
    await card.getByRole('img', { name: 'QR code of your link' }).waitFor();
    const mail = decodeURIComponent((await card.getByRole('link', { name: 'Email' }).getAttribute('href')) ?? '');
    expect(mail).toContain(`mailto:?subject=Your conversation with Ada&body=`);
    const [file] = await Promise.all([page.waitForEvent('download'), card.getByRole('link', { name: 'Save as a file' }).click()]);
    const saved = await readFile(await file.path(), 'utf8');
    for (const written of [mail, saved]) expect(written).toContain(link);
    expect([file.suggestedFilename(), saved.includes(code)]).toEqual(['Your conversation with Ada.txt', true]);
    await card.getByRole('button', { name: 'Save my link' }).click();
    await card.getByRole('button', { name: 'Link copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  });

  test('saves the link with the phone’s share sheet if there is one', async () => {
    const page = await visit(`/${ada.slug}`, PHONE);
    await page.evaluate(() => {
      navigator.share = async (shared) => {
        document.title = String(shared?.url);
      };
    });
    const code = await begin(page, 'From the train');
    await page.getByRole('button', { name: 'Save my link' }).click();
    await expect.poll(() => page.title()).toContain(`/${ada.slug}#resume=${code}`);
  });

  test('resumes by link only after a click, and the code disappears from the address', async () => {
    const first = await visit(`/${ada.slug}`);
    const code = await begin(first, 'A link to keep');
    const second = await (await someBrowser()).newPage();
    const asked: string[] = [];
    second.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
    await second.goto(`/${ada.slug}#resume=${code}`);
    const button = second.getByRole('button', { name: 'Continue' });
    await button.waitFor();
    expect(asked.filter((line) => line.includes('/api/'))).toEqual([]);
    expect(await second.context().cookies()).toEqual([]);
    await button.click();
    await bubble(second, 'A link to keep').waitFor();
    expect(new URL(second.url()).hash).toBe('');
    expect(asked.filter((line) => line.toUpperCase().includes(code))).toEqual([]);
  });

  test('is asked before a link opens another conversation, and loses neither', async () => {
    const other = await begin(await visit(`/${ada.slug}`), 'The one of the link');
    const page = await visit(`/${ada.slug}`);
    const own = await begin(page, 'The one that is open');
    await page.goto(`/${ada.slug}#resume=${other}`);
    await page.getByText('Another one is open in this browser.').waitFor();
    await page.getByText(/You’ve been writing to Ada there since today\./).waitFor();
    await page.getByText(own).waitFor();
    await page.getByRole('button', { name: 'Stay with this one' }).click();
    await bubble(page, 'The one that is open').waitFor();
    await page.goto('about:blank');
    await page.goto(`/${ada.slug}#resume=${other}`);
    await page.getByRole('button', { name: 'Continue' }).click();
    await bubble(page, 'The one of the link').waitFor();
    const later = await visit(`/${ada.slug}#resume=${own}`);
    await later.getByRole('button', { name: 'Continue' }).click();
    await bubble(later, 'The one that is open').waitFor();
  });

  test('sees a mistyped code reported locally, without a request', async () => {
    const page = await visit(`/${ada.slug}`);
    await page.getByRole('button', { name: 'I have a code' }).click();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const code = formatResumeCode(newCode());
    await page.getByPlaceholder('7KX2').fill(code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A'));
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('One character is wrong.').waitFor();
    expect(asked.filter((url) => url.includes('/api/'))).toEqual([]);
    await page.getByPlaceholder('7KX2').fill(code);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText(problems['unknown-code']).waitFor();
  });

  test('starts one conversation with one message if the first response is lost', async () => {
    const page = await visit(`/${ada.slug}`);
    let lost = 0;
    await page.route('**/api/conversations', async (route) => {
      if (lost++ > 0) return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    await begin(page, 'Did this arrive?');
    expect(lost).toBeGreaterThan(1);
    expect(await storedTexts(page)).toEqual(['Did this arrive?']);
  });

  test('finds a message again after closing the browser while sending, and it is sent once', async () => {
    const context = await someBrowser();
    const page = await context.newPage();
    await page.route('**/api/conversations', () => {});
    await page.goto(`/${ada.slug}`);
    await write(page, 'Interrupted');
    await bubble(page, 'Interrupted').waitFor();
    await page.close();
    const again = await context.newPage();
    await again.goto(`/${ada.slug}`);
    await bubble(again, 'Interrupted').waitFor();
    await again.getByText('Save your code.').waitFor();
    expect(await storedTexts(again)).toEqual(['Interrupted']);
  });

  test('is told about being offline, and the message is sent when the connection is back', async () => {
    const page = await visit(`/${ada.slug}`);
    await begin(page, 'Before the tunnel');
    await page.context().setOffline(true);
    await write(page, 'In the tunnel');
    await page.getByText('You’re not connected right now. We’ll send this when you’re back online.').waitFor();
    await page.context().setOffline(false);
    await expect.poll(() => storedTexts(page), { timeout: APPEARS_MS }).toEqual(['Before the tunnel', 'In the tunnel']);
    await expect.poll(() => page.getByText('You’re not connected right now.').count()).toBe(0);
  });

  test('gets a friendly notice for writing too fast, and loses nothing', async () => {
    const page = await visit(`/${ada.slug}`);
    await begin(page, 'Message 0');
    // As after ten messages at once, with a wait that a slow machine doesn't use up before it sends the next one.
    const tat = Date.now() + (MESSAGE_RATE.burst - 1) * MESSAGE_RATE.refillMs + 20_000;
    await (await cloud.tables()).conversation(ada.uid, await conversationId(page)).update({ tat });
    for (const text of ['Message 1', 'Message 2']) await write(page, text);
    await page.getByText('You’re sending quickly.').waitFor();
    const all = Array.from({ length: 3 }, (_, count) => `Message ${count}`);
    await expect.poll(() => storedTexts(page), { timeout: APPEARS_MS, interval: 500 }).toEqual(all);
  });

  test('keeps receiving messages from the API if live reading fails', async () => {
    const context = await someBrowser();
    await context.route(/\/Listen\/channel|identitytoolkit/, (route) => route.abort());
    const page = await context.newPage();
    await page.goto(`/${ada.slug}`);
    await begin(page, 'Without a listener');
    await reply('Without a listener', 'Still heard.');
    await bubble(page, 'Still heard.').waitFor();
  });

  test('forgets the conversation on this device without a trace, and the code still opens it', async () => {
    const page = await visit(`/${ada.slug}`);
    const code = await begin(page, 'A borrowed computer');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'More about this conversation' }).click();
    await page.getByRole('button', { name: 'Remove from this device' }).click();
    await page.getByText('You haven’t saved its code yet').waitFor();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('button', { name: 'I have a code' }).waitFor();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(await page.context().cookies()).toEqual([]);
    await page.goto(`/${ada.slug}#resume=${code}`);
    await page.getByRole('button', { name: 'Continue' }).click();
    await bubble(page, 'A borrowed computer').waitFor();
  });

  test('is cut off immediately when signed out, keeps unsent text, and sends it with the code', async () => {
    const page = await visit(`/${ada.slug}`);
    const code = await begin(page, 'For our eyes only');
    await isLive(page);
    const table = await cloud.tables();
    const found = await table.conversations(ada.uid).get();
    const mine = found.docs.find((document) => document.get('lastMessage.preview') === 'For our eyes only');
    await mine?.ref.update({ epoch: 1 });
    await write(page, 'Are you still there?');
    await page.getByText('You’ve been signed out of this conversation.').waitFor();
    expect(await bubble(page, 'For our eyes only').count()).toBe(0);
    await bubble(page, 'Are you still there?').waitFor();
    expect(await storedTexts(page)).toEqual(['For our eyes only']);
    await page.getByPlaceholder('7KX2').fill(code);
    await page.getByRole('button', { name: 'Continue' }).click();
    await bubble(page, 'For our eyes only').waitFor();
    await expect.poll(() => storedTexts(page)).toEqual(['For our eyes only', 'Are you still there?']);
  });
});

test('the message box works before any of Firebase is loaded', async () => {
  const page = await (await someBrowser()).newPage();
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(`/${ada.slug}`, { waitUntil: 'networkidle' });
  expect(loaded.filter((path) => path.endsWith('.js'))).toHaveLength(1);
  await box(page).fill('Not sent yet');
  await page.waitForLoadState('networkidle');
  expect(loaded.filter((path) => /live|firebase|connection/.test(path))).toEqual([]);
});
