import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { emulators } from '../support/emulators.ts';

/** How long anything may take to appear: it tells what hangs from what is slow, on a machine that does ten other things. */
export const APPEARS_MS = 90_000;

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

/**
 * While it is offline, Firestore's transport asks for a picture of Google's to see whether anything is there; and what another site frames
 * is not our page's doing. Our policies refuse both, as they should.
 */
const EXPECTED = /cleardot\.gif|frame-ancestors/;

let browser: Browser | undefined;
const contexts: BrowserContext[] = [];
const complaints: string[] = [];

/** Opens Chromium for a file's stories, with `more` arguments. A page's error, or a violated policy, fails the story it came from. */
export function useBrowser(more: readonly string[] = []): void {
  beforeAll(async () => {
    const { path, args } = emulators().chromium;
    browser = await chromium.launch({ executablePath: path, args: [...args, ...more] });
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });
}

/** A browser of one person, with nothing in it: cookies and storage of their own. */
export async function someBrowser(viewport = DESK, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  if (!browser) throw new Error('Call useBrowser() first.');
  const context = await browser.newContext({
    viewport,
    baseURL: emulators().hosting,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    ...options,
  });
  context.setDefaultTimeout(APPEARS_MS);
  context.on('weberror', (failure) => complaints.push(failure.error().message));
  context.on('console', (message) => {
    const text = message.text();
    if (text.includes('Content Security Policy') && !EXPECTED.test(text)) complaints.push(text);
  });
  contexts.push(context);
  return context;
}

/** Opens an address in a browser of its own. */
export async function visit(address: string, viewport = DESK): Promise<Page> {
  const page = await (await someBrowser(viewport)).newPage();
  await page.goto(address);
  return page;
}
