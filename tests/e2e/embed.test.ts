import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newProfile } from '@foyer/domain/new-profile';
import { words as problems } from '@foyer/words/compiled/en/visitor-problems';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { frameSnippet, linkSnippet } from '../../web/manager/share/snippets.ts';
import { openTestCloud } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { APPEARS_MS, someBrowser, useBrowser } from './support.ts';
import { begin, bubble } from './visitor-page.ts';

useBrowser();

const { hosting } = emulators();
const cloud = openTestCloud();
let ada: PageOwner;
let bo: PageOwner;
/**
 * Another site with the manager's snippets. `localhost` is a different site from `127.0.0.1`, and another port of the latter is a sibling.
 */
let elsewhere: Server;
let port: number;

beforeAll(async () => {
  [ada, bo] = [await managerWithPage(), await managerWithPage('Bo Lind')];
  elsewhere = createServer((request, response) => {
    const slug = request.url?.slice(1) ?? '';
    const shared = { origin: hosting, slug, label: 'Write to Ada', accent: '#8a3b2a' };
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<!doctype html><title>A shop</title><h1>A shop</h1>${frameSnippet(shared)}<p>${linkSnippet(shared)}</p>`);
  });
  await new Promise<void>((resolve) => {
    elsewhere.listen(0, resolve);
  });
  port = (elsewhere.address() as AddressInfo).port;
  const profile = newProfile('Ada Moreau');
  // Written to the store directly, because the API accepts only https.
  const embedOrigins = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  await (await cloud.tables()).manager(ada.uid).update({ profile: { ...profile, reach: { ...profile.reach, embedOrigins } } });
});
afterAll(() => {
  elsewhere.closeAllConnections();
  elsewhere.close();
});

async function frameAt(host: string, slug: string, context?: BrowserContext): Promise<{ page: Page; frame: Frame }> {
  const page = await (context ?? (await someBrowser())).newPage();
  await page.goto(`http://${host}:${port}/${slug}`);
  await expect.poll(() => page.frames().length, { timeout: APPEARS_MS }).toBe(2);
  const frame = page.frames()[1];
  if (!frame) throw new Error('There is no frame.');
  await frame.waitForLoadState();
  return { page, frame };
}

const box = (frame: Frame) => frame.getByRole('textbox', { name: 'Your message to Ada' });

async function storedOf({ uid }: PageOwner) {
  const found = await (await cloud.firestore()).collection(`managers/${uid}/conversations`).get();
  return found.docs.map((document) => document.get('lastMessage.preview') as string).sort();
}

test('on an allowed site, a visitor writes in the frame and continues on the page', async () => {
  const { page, frame } = await frameAt('localhost', ada.slug);
  await box(frame).fill('Written in a frame');
  await frame.getByLabel('Your name').fill('Mina');
  await frame.getByRole('button', { name: 'Send' }).click();
  await frame.getByText('Save your code.').waitFor();
  await frame.locator('.bubble').getByText('Written in a frame').waitFor();
  expect(await box(frame).isVisible()).toBe(false);
  const code = ((await frame.locator('.code').textContent()) ?? '').trim();
  expect(code).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
  expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] });

  const [thread] = await Promise.all([
    page.context().waitForEvent('page'),
    frame.getByRole('link', { name: 'Continue the conversation' }).click(),
  ]);
  expect(await thread.evaluate(() => window.opener)).toBeNull();
  await thread.getByRole('button', { name: 'Continue' }).click();
  await bubble(thread, 'Written in a frame').waitFor();
  expect(await storedOf(ada)).toContain('Written in a frame');
});

describe('the frame stays empty', () => {
  test('on a site that the manager has not allowed, and for an address without a manager', async () => {
    for (const slug of [bo.slug, 'nobody-lives-here']) {
      const { frame } = await frameAt('localhost', slug);
      await expect.poll(() => frame.url(), { timeout: APPEARS_MS }).toBe('chrome-error://chromewebdata/');
    }
  });

  test('for the page, the dashboard and a conversation without JavaScript, on allowed sites too', async () => {
    for (const path of [`/${ada.slug}`, '/app', `/api/forms/conversations?slug=${ada.slug}`]) {
      const page = await (await someBrowser()).newPage();
      await page.goto(`http://localhost:${port}/${ada.slug}`);
      await page.evaluate((address) => {
        const frame = document.createElement('iframe');
        frame.src = address;
        document.body.replaceChildren(frame);
      }, hosting + path);
      await expect.poll(() => page.frames()[1]?.url(), { timeout: APPEARS_MS }).toBe('chrome-error://chromewebdata/');
    }
  });
});

test('sends exactly the allowed sites in a header, with a refusal that browsers then ignore', async () => {
  const policyOf = async (slug: string) => {
    const { headers } = await fetch(`${hosting}/${slug}/embed`);
    return {
      frames: /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1],
      caching: headers.get('cache-control'),
      robots: headers.get('x-robots-tag'),
      old: headers.get('x-frame-options'),
      cookie: headers.get('set-cookie'),
    };
  };
  const same = { caching: 'public, max-age=0, s-maxage=300', robots: 'noindex', old: 'DENY', cookie: null };
  expect(await policyOf(ada.slug)).toEqual({ ...same, frames: `http://localhost:${port} http://127.0.0.1:${port}` });
  expect(await policyOf(bo.slug)).toEqual({ ...same, frames: "'none'" });
});

describe.each([
  ['another site', 'localhost'],
  ['a sibling of ours', '127.0.0.1'],
])('in a frame on %s, a browser that has a conversation', (_, host) => {
  test('sees the plain box, starts another conversation there, and keeps its own', async () => {
    const context = await someBrowser();
    const own = await context.newPage();
    await own.goto(`/${ada.slug}`);
    await begin(own, `My own, ${host}`);
    const [cookie, kept] = [await context.cookies(hosting), await own.evaluate(() => Object.values(localStorage)[0])];

    const { page, frame } = await frameAt(host, ada.slug, context);
    await box(frame).fill(`In the frame, ${host}`);
    expect(await frame.locator('body').textContent()).not.toContain('My own');
    const posted = page.waitForRequest((request) => request.method() === 'POST');
    await frame.getByRole('button', { name: 'Send' }).click();
    expect((await (await posted).allHeaders()).cookie).toBeUndefined();
    await frame.getByText('Save your code.').waitFor();
    expect(await context.cookies(hosting)).toEqual(cookie);
    await own.reload();
    await bubble(own, `My own, ${host}`).waitFor();
    expect(await own.evaluate(() => Object.values(localStorage)[0])).toBe(kept);
    expect(await storedOf(ada)).toEqual(expect.arrayContaining([`In the frame, ${host}`, `My own, ${host}`]));
  });
});

describe('in a frame, a visitor', () => {
  test('is told what cannot be sent, and keeps the text', async () => {
    const { frame } = await frameAt('localhost', ada.slug);
    await box(frame).fill('a'.repeat(4001));
    await frame.getByRole('button', { name: 'Send' }).click();
    await frame.getByText('This is 1 character too long').waitFor();
    expect(await box(frame).inputValue()).toHaveLength(4001);
  });

  test('keeps a message that the server refuses, with the reason', async () => {
    const { page, frame } = await frameAt('localhost', ada.slug);
    await page.route('**/api/conversations', (route) =>
      route.fulfill({ status: 403, contentType: 'application/problem+json', body: '{"code":"not-trusted","title":"Not this one."}' }),
    );
    await box(frame).fill('From a program');
    await frame.getByRole('button', { name: 'Send' }).click();
    await frame.getByText(problems['not-trusted']).waitFor();
    expect(await box(frame).inputValue()).toBe('From a program');
  });

  test('sends once if responses are lost, after any number of attempts', async () => {
    const { page, frame } = await frameAt('localhost', ada.slug);
    let lost = 0;
    await page.route('**/api/conversations', async (route) => {
      await route.fetch();
      lost++;
      await route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"code":"internal","title":"Something broke."}' });
    });
    await box(frame).fill('Lost three times');
    await frame.getByRole('button', { name: 'Send' }).click();
    await frame.getByRole('button', { name: 'Try again' }).waitFor();
    expect(lost).toBe(3);
    await page.unroute('**/api/conversations');
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByText('Save your code.').waitFor();
    expect((await storedOf(ada)).filter((preview) => preview === 'Lost three times')).toHaveLength(1);
  });

  test('gets a link to the page without JavaScript', async () => {
    const page = await (await someBrowser(undefined, { javaScriptEnabled: false })).newPage();
    await page.goto(`/${ada.slug}/embed`);
    expect(await page.getByRole('link', { name: 'Write to Ada' }).getAttribute('href')).toBe(`/${ada.slug}`);
    expect(await box(page.mainFrame()).isVisible()).toBe(false);
  });
});
