import { readFile } from 'node:fs/promises';
import { MANAGER } from '@foyer/domain/participant';
import { formatResumeCode } from '@foyer/domain/resume-code';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { addMessage } from '../support/conversation.ts';
import { newCode } from '../support/visitor.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { APPEARS_MS, PHONE, someBrowser, useBrowser, visit } from './support.ts';
import { begin, box, bubble, conversationId, listening, write } from './visitor-page.ts';

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

  test('writes without an account, is shown a code, and reads the reply without reloading', async () => {
    const page = await visit(`/${ada.slug}`, PHONE);
    const live = listening(page);
    const code = await begin(page, 'May I ask you something?');
    expect(code).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ name: '__session', httpOnly: true, sameSite: 'Strict' });
    await live;
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

  test('comes back in another browser with the code, and both are live', async () => {
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

  test('comes back with the code from the front page, and from someone else’s page', async () => {
    const ben = await managerWithPage('Ben Okoro');
    const code = await begin(await visit(`/${ada.slug}`), 'Whose door was it?');
    for (const address of ['/', `/${ben.slug}`]) {
      const page = await visit(address, PHONE);
      await page.getByText('I have a code').click();
      await page.getByPlaceholder('7KX2').fill(formatResumeCode(newCode()));
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByText('No conversation opens with this code.').waitFor();
      await page.getByPlaceholder('7KX2').fill(code);
      await page.getByRole('button', { name: 'Continue' }).click();
      await bubble(page, 'Whose door was it?').waitFor();
      expect(new URL(page.url()).pathname).toBe(`/${ada.slug}`);
    }
  });

  test('who enters the code elsewhere while another conversation is open there is asked, and loses neither', async () => {
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

  test('keeps the way back as a link, a code, a file, a QR code or an email of their own', async () => {
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

  test('saves the link with the phone’s share sheet where there is one', async () => {
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

  test('comes back by the link only with a click, and the code leaves the address', async () => {
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

  test('who opens a link while another conversation is open is asked first, and loses neither', async () => {
    const other = await begin(await visit(`/${ada.slug}`), 'The one of the link');
    const page = await visit(`/${ada.slug}`);
    const own = await begin(page, 'The one that is open');
    await page.goto(`/${ada.slug}#resume=${other}`);
    await page.getByText('Another one is open in this browser.').waitFor();
    await page.getByText(/You have written to Ada there since today\./).waitFor();
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

  test('who mistypes the code is told in the browser, without a request', async () => {
    const page = await visit(`/${ada.slug}`);
    await page.getByRole('button', { name: 'I have a code' }).click();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const code = formatResumeCode(newCode());
    await page.getByPlaceholder('7KX2').fill(code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A'));
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('One of the characters is not right').waitFor();
    expect(asked.filter((url) => url.includes('/api/'))).toEqual([]);
    await page.getByPlaceholder('7KX2').fill(code);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('No conversation opens with this code.').waitFor();
  });

  test('whose first answer is lost sends again by itself: it is one conversation with one message', async () => {
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

  test('who closes the browser in mid-send finds the words again, and they are sent once', async () => {
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
    await again.getByText('Your code to come back.').waitFor();
    expect(await storedTexts(again)).toEqual(['Interrupted']);
  });

  test('who is offline is told so, and the message goes when the connection is back', async () => {
    const page = await visit(`/${ada.slug}`);
    await begin(page, 'Before the tunnel');
    await page.context().setOffline(true);
    await write(page, 'In the tunnel');
    await page.getByText('You are offline. We will send this as soon as you are back.').waitFor();
    await page.context().setOffline(false);
    await expect.poll(() => storedTexts(page), { timeout: APPEARS_MS }).toEqual(['Before the tunnel', 'In the tunnel']);
    await expect.poll(() => page.getByText('You are offline.').count()).toBe(0);
  });

  test('who writes too fast is told kindly, and nothing is lost', async () => {
    const page = await visit(`/${ada.slug}`);
    await begin(page, 'Message 0');
    for (let count = 1; count <= 11; count++) await write(page, `Message ${count}`);
    await page.getByText('That was a little fast.').waitFor();
    const all = Array.from({ length: 12 }, (_, count) => `Message ${count}`);
    await expect.poll(() => storedTexts(page), { timeout: APPEARS_MS, interval: 500 }).toEqual(all);
  });

  test('goes on reading when live reading fails: the thread asks the API instead', async () => {
    const context = await someBrowser();
    await context.route(/\/Listen\/channel|identitytoolkit/, (route) => route.abort());
    const page = await context.newPage();
    await page.goto(`/${ada.slug}`);
    await begin(page, 'Without a listener');
    await reply('Without a listener', 'Still heard.');
    await bubble(page, 'Still heard.').waitFor();
  });

  test('who forgets the device leaves nothing there, and the code still opens the conversation', async () => {
    const page = await visit(`/${ada.slug}`);
    const code = await begin(page, 'A borrowed computer');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'More about this conversation' }).click();
    await page.getByRole('button', { name: 'Forget on this device' }).click();
    await page.getByText('You have not copied its code yet').waitFor();
    await page.getByRole('button', { name: 'Forget', exact: true }).click();
    await page.getByRole('button', { name: 'I have a code' }).waitFor();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(await page.context().cookies()).toEqual([]);
    await page.goto(`/${ada.slug}#resume=${code}`);
    await page.getByRole('button', { name: 'Continue' }).click();
    await bubble(page, 'A borrowed computer').waitFor();
  });

  test('whose conversation was revoked meanwhile is cut off at once, keeps the words, and sends them with the code', async () => {
    const page = await visit(`/${ada.slug}`);
    const live = listening(page);
    const code = await begin(page, 'For our eyes only');
    await live;
    const table = await cloud.tables();
    const found = await table.conversations(ada.uid).get();
    const mine = found.docs.find((document) => document.get('lastMessage.preview') === 'For our eyes only');
    await mine?.ref.update({ epoch: 1 });
    await write(page, 'Are you still there?');
    await page.getByText('This browser has been signed out of the conversation.').waitFor();
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
