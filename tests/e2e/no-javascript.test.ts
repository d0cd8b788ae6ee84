import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { words } from '@foyer/words/compiled/en/forms';
import { words as problems } from '@foyer/words/compiled/en/visitor-problems';
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';
import { fullProfile } from '../support/full-profile.ts';
import { sampleOf } from '../support/sample.ts';
import { findings } from './axe.ts';
import { message, reply, row, signIn } from './dashboard.ts';
import { managerWithPage, type PageOwner, publishProfile } from './people.ts';
import { openSlowLine } from './slow-line.ts';
import { APPEARS_MS, DESK, PHONE, someBrowser, useBrowser } from './support.ts';
import { bubble, kept } from './visitor-page.ts';

useBrowser();

const { hosting } = emulators();
const LOOKS = [
  ['a phone', 'light', PHONE],
  ['a phone', 'dark', PHONE],
  ['a desk', 'light', DESK],
  ['a desk', 'dark', DESK],
] as const;
const TRIED_ON = sampleOf(LOOKS, [LOOKS[0]]);
const cloud = openTestCloud();
let ada: PageOwner;

beforeAll(async () => {
  ada = await managerWithPage();
  await publishProfile(ada, { ...fullProfile('atelier'), name: 'Ada Moreau' });
});

const withoutScript = async (viewport = DESK): Promise<Page> => (await someBrowser(viewport, { javaScriptEnabled: false })).newPage();
const box = (page: Page) => page.getByRole('textbox', { name: 'Your message to Ada' });
const send = (page: Page) => page.getByRole('button', { name: 'Send' }).click();
const texts = (page: Page) => page.locator('.bubble').allTextContents();

async function begin(page: Page, text: string): Promise<string> {
  await page.goto(`/${ada.slug}`);
  await box(page).fill(text);
  await send(page);
  await page.getByText(words.saveCode).waitFor();
  return ((await page.locator('.code').textContent()) ?? '').trim();
}

async function conversationCount(): Promise<number> {
  return (await (await cloud.firestore()).collection(`managers/${ada.uid}/conversations`).get()).size;
}

test('a visitor without JavaScript writes, is answered, and continues elsewhere with the code', async () => {
  const page = await withoutScript(PHONE);
  await page.goto(`/${ada.slug}`);
  await page.getByRole('heading', { name: 'Selected work' }).waitFor();
  await box(page).fill('Would you come in October?');
  await page.getByLabel('Your name').fill('Mina Sørensen');
  await page.getByRole('combobox', { name: 'About' }).selectOption('Portrait of a house');
  await send(page);
  await page.getByText(words.saveCode).waitFor();
  const code = ((await page.locator('.code').textContent()) ?? '').trim();
  expect(code).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);

  await box(page).fill('Or in spring?');
  await send(page);
  await expect.poll(() => texts(page)).toEqual(['Would you come in October?', 'Or in spring?']);
  expect((await page.locator('.code').textContent())?.trim()).toBe(code);

  const desk = await (await someBrowser()).newPage();
  await signIn(desk, ada);
  await desk.goto('/app?view=requests');
  await row(desk, 'Or in spring?').getByRole('link').click();
  await message(desk, 'Would you come in October?').waitFor();
  await reply(desk, 'In spring, gladly.');
  await message(desk, 'In spring, gladly.').waitFor();

  const look = async () => {
    await page.getByRole('link', { name: words.checkForReply }).click();
    return texts(page);
  };
  const all = ['Would you come in October?', 'Or in spring?', 'In spring, gladly.'];
  await expect.poll(look, { timeout: APPEARS_MS, interval: 500 }).toEqual(all);

  const second = await (await someBrowser()).newPage();
  await second.goto(`/${ada.slug}`);
  await second.getByRole('button', { name: 'I have a code' }).click();
  await second.getByPlaceholder('7KX2').fill(code);
  await second.getByRole('button', { name: 'Continue' }).click();
  await bubble(second, 'In spring, gladly.').waitFor();
});

describe('a visitor without JavaScript', () => {
  test('forgets on this device, sees nothing by going back, returns with the code, and deletes', async () => {
    const page = await withoutScript(PHONE);
    const before = await conversationCount();
    const code = await begin(page, 'Not for long');
    await page.getByText(words.remove).click();
    await page.getByRole('button', { name: words.removeNow, exact: true }).click();
    await page.getByRole('heading', { name: words.removedTitle }).waitFor();
    expect(await page.context().cookies()).toEqual([]);
    // Chromium asks before it sends a form again.
    await page.goBack().catch(() => null);
    await expect.poll(() => page.content().catch(() => 'Not for long, perhaps')).not.toMatch(/Not for long|Removed from this device/);

    await page.goto(`/api/forms/conversations?slug=${ada.slug}`);
    await page.getByLabel(words.codeLabel).fill(code);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => texts(page)).toEqual(['Not for long']);
    await page.getByText('Delete this conversation').click();
    await page.getByRole('button', { name: 'Delete for good' }).click();
    expect([await texts(page), await conversationCount()]).toEqual([['Not for long'], before + 1]);
    await page.getByLabel(words.deleteSure).check();
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByRole('heading', { name: words.deletedTitle }).waitFor();
    expect([await page.context().cookies(), await conversationCount()]).toEqual([[], before]);

    await page.goto(`/api/forms/conversations?slug=${ada.slug}`);
    await page.getByLabel(words.codeLabel).fill(code);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText(problems['unknown-code']).waitFor();
  });

  test('resumes with the code from an address without a page', async () => {
    const code = await begin(await withoutScript(), 'Whose page was it?');
    const page = await withoutScript();
    await page.goto('/nobody-is-here');
    await page.getByRole('link', { name: 'I have a code' }).click();
    await page.getByPlaceholder('7KX2').fill('7KX2');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('That code is too short').waitFor();
    await page.getByLabel(words.codeLabel).fill(code);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => texts(page)).toEqual(['Whose page was it?']);
  });

  test('sends nothing again by going back to a page where a code was typed', async () => {
    const code = await begin(await withoutScript(), 'Only with the code');
    const page = await withoutScript();
    await page.goto(`/api/forms/conversations?slug=${ada.slug}`);
    await page.getByLabel(words.codeLabel).fill(code);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Only with the code').waitFor();
    await page.getByText(words.remove).click();
    await page.getByRole('button', { name: words.removeNow, exact: true }).click();
    await page.getByRole('heading', { name: words.removedTitle }).waitFor();
    await page.goBack();
    await page.reload();
    await page.getByRole('heading', { name: 'Come back to your conversation' }).waitFor();
  });

  test('makes a new code, and the old one opens nothing', async () => {
    const page = await withoutScript();
    const code = await begin(page, 'Who else has my code?');
    await page.getByText('Make a new code').first().click();
    await page.getByRole('button', { name: 'Make a new code' }).click();
    await expect.poll(async () => (await page.locator('.code').textContent())?.trim()).not.toBe(code);
    const made = ((await page.locator('.code').textContent()) ?? '').trim();
    const second = await withoutScript();
    for (const [typed, heading] of [
      [code, words.refusedCode],
      [made, 'You and Ada'],
    ] as const) {
      await second.goto(`/api/forms/conversations?slug=${ada.slug}`);
      await second.getByLabel(words.codeLabel).fill(typed);
      await second.getByRole('button', { name: 'Continue' }).click();
      await second.getByRole('heading', { name: heading }).waitFor();
    }
  });

  test.each([
    ['twice in a row', 0],
    ['twice in a hurry', 150],
    ['again when no answer comes', 3000],
  ])('starts one conversation by pressing “Send” %s', async (_, pauseMs) => {
    const line = await openSlowLine(4000);
    onTestFinished(line.close);
    const page = await (await someBrowser(DESK, { javaScriptEnabled: false, proxy: { server: line.server } })).newPage();
    const before = await conversationCount();
    await page.goto(`/${ada.slug}`);
    await box(page).fill('Pressed twice');
    await page.getByRole('button', { name: 'Send' }).scrollIntoViewIfNeeded();
    const button = await page.getByRole('button', { name: 'Send' }).boundingBox();
    const [x, y] = [(button?.x ?? 0) + 20, (button?.y ?? 0) + 20];
    await page.mouse.click(x, y);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    await page.mouse.click(x, y);
    await expect.poll(() => texts(page)).toEqual(['Pressed twice']);
    expect(await conversationCount()).toBe(before + 1);
  });

  test('resumes with a code from the page itself', async () => {
    const code = await begin(await withoutScript(), 'From the desk');
    const page = await withoutScript(PHONE);
    await page.goto(`/${ada.slug}`);
    await page.getByRole('link', { name: 'I have a code' }).click();
    await page.getByLabel(words.codeLabel).fill('7KX2');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('That code is too short').waitFor();
    await page.getByLabel(words.codeLabel).fill(code);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => texts(page)).toEqual(['From the desk']);
  });

  test('sends nothing twice by reloading the page', async () => {
    const page = await withoutScript();
    const before = await conversationCount();
    await begin(page, 'Only this once');
    await page.reload();
    await expect.poll(() => texts(page)).toEqual(['Only this once']);
    expect(await conversationCount()).toBe(before + 1);
    await box(page).fill('And this');
    await send(page);
    await page.getByText('And this').waitFor();
    await page.reload();
    await expect.poll(() => texts(page)).toEqual(['Only this once', 'And this']);
  });

  test('gets a text that was too long back, shortens it, and sends it', async () => {
    const page = await withoutScript();
    await page.goto(`/${ada.slug}`);
    await box(page).fill('a'.repeat(4100));
    await page.getByLabel('Your name').fill('Noor');
    await send(page);
    await page.getByText('This is 100 characters too long').waitFor();
    expect(await box(page).inputValue()).toHaveLength(4100);
    expect(await page.getByLabel('Your name').inputValue()).toBe('Noor');
    await box(page).fill('Shorter');
    await send(page);
    await expect.poll(() => texts(page)).toEqual(['Shorter']);
  });

  test.each(TRIED_ON)('has accessible pages on %s, %s', async (_, colorScheme, viewport) => {
    const page = await (await someBrowser(viewport, { colorScheme })).newPage();
    await page.route('**/assets/**', (route) => route.abort());
    const look = async (where: string) => {
      expect(await findings(page), where).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), where).toBe(true);
    };
    await page.goto(`/api/forms/conversations?slug=${ada.slug}`);
    await look('code');
    await begin(page, 'Is this readable?');
    await look('thread');
    for (const title of await page.locator('summary').all()) await title.click();
    await look('thread, with all that can be done');
    await box(page).fill('a'.repeat(4001));
    await send(page);
    await page.getByRole('heading', { name: 'Not sent yet' }).waitFor();
    await look('refusal');
    await page.getByRole('link', { name: 'Back to the page' }).click();
    await page.goto(`/api/forms/conversations?slug=${ada.slug}`);
    await page.getByText('Delete this conversation').click();
    await page.locator('input[required]').evaluate((field) => field.removeAttribute('required'));
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByRole('heading', { name: 'Not deleted' }).waitFor();
    await look('not deleted');
    await page.getByLabel(words.deleteSure).check();
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByRole('heading', { name: words.deletedTitle }).waitFor();
    await look('deleted');
    await begin(page, 'And once more');
    await page.getByText(words.remove).click();
    await page.getByRole('button', { name: words.removeNow, exact: true }).click();
    await page.getByRole('heading', { name: words.removedTitle }).waitFor();
    await look('forgotten');
  });
});

test('sends with a click before the script loads', async () => {
  const page = await (await someBrowser()).newPage();
  await page.route('**/assets/**', (route) => route.abort());
  const code = await begin(page, 'I was quick');
  await page.unroute('**/assets/**');
  await page.getByRole('link', { name: words.pageOf({ name: 'Ada' }) }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await bubble(page, 'I was quick').waitFor();
  expect((await kept(page)).code).toBe(code.replaceAll('-', ''));
});

describe('a form’s origin', () => {
  let other: Server;
  let elsewhere = '';

  beforeAll(async () => {
    const form = `<form method="post" action="${hosting}/api/forms/conversations?slug=${ada.slug}"><textarea name="text">Forged</textarea><button>Go</button></form>`;
    const sandbox = `<iframe sandbox="allow-forms allow-top-navigation allow-scripts" srcdoc='${form.replace('<form', '<form target="_top"')}'></iframe>`;
    other = createServer((request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'referrer-policy': request.url === '/silent' ? 'no-referrer' : 'unsafe-url' });
      response.end(request.url === '/sandbox' ? sandbox : form);
    });
    await new Promise<void>((resolve) => {
      other.listen(0, resolve);
    });
    elsewhere = String((other.address() as AddressInfo).port);
  });
  afterAll(() => {
    other.closeAllConnections();
    other.close();
  });

  const posted = (page: Page): Promise<Request> => page.waitForRequest((request) => request.method() === 'POST');

  test('is ours for our page and the thread, as the browser reports it', async () => {
    const page = await withoutScript();
    await page.goto(`/${ada.slug}`);
    await box(page).fill('From here');
    const [first] = await Promise.all([posted(page), send(page)]);
    await page.getByText(words.saveCode).waitFor();
    await box(page).fill('And from here');
    const [second] = await Promise.all([posted(page), send(page)]);
    for (const request of [first, second]) {
      expect(await request.allHeaders()).toMatchObject({ origin: hosting, 'sec-fetch-site': 'same-origin' });
    }
  });

  test.each([
    ['another port of this machine', '127.0.0.1', '/'],
    ['another site', 'localhost', '/'],
    ['another site that says nothing of itself', 'localhost', '/silent'],
    ['a sandbox of another site', 'localhost', '/sandbox'],
  ])('is refused from %s, with the cookie and without', async (_, host, path) => {
    const page = await withoutScript();
    await begin(page, 'Mine');
    const before = await conversationCount();
    await page.goto(`http://${host}:${elsewhere}${path}`);
    const inside = path === '/sandbox' ? page.frameLocator('iframe') : page;
    await inside.getByRole('button', { name: 'Go' }).click();
    await page.getByText(words.foreignOrigin).waitFor();
    expect(await page.content()).not.toContain('Forged');
    await page.goto(`/api/forms/conversations?slug=${ada.slug}`);
    expect(await texts(page)).toEqual(['Mine']);
    expect(await conversationCount()).toBe(before);
  });
});
