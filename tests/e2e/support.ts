import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { emulators } from '../support/emulators.ts';

/** How long anything may take to appear. Generous: these machines are shared. */
export const APPEARS_MS = 20_000;

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

let browser: Browser | undefined;
const contexts: BrowserContext[] = [];
const complaints: string[] = [];

/** Opens Chromium for a file's stories. A page's error, or a violated policy, fails the story it came from. */
export function useBrowser(): void {
  beforeAll(async () => {
    const { path, args } = emulators().chromium;
    browser = await chromium.launch({ executablePath: path, args });
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
export async function someBrowser(viewport = DESK, timezoneId = 'Europe/Berlin'): Promise<BrowserContext> {
  if (!browser) throw new Error('Call useBrowser() first.');
  const context = await browser.newContext({ viewport, baseURL: emulators().hosting, locale: 'en-GB', timezoneId });
  context.setDefaultTimeout(APPEARS_MS);
  context.on('weberror', (failure) => complaints.push(failure.error().message));
  context.on('console', (message) => {
    const text = message.text();
    // While it is offline, Firestore's transport asks for a picture of Google's to see whether anything is there; our policy refuses, as it should.
    if (text.includes('Content Security Policy') && !text.includes('cleardot.gif')) complaints.push(text);
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
