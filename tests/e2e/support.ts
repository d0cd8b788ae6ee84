import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { emulators } from '../support/emulators.ts';

/** How long anything may take to appear: separates a hang from a slow machine that does ten other things. */
export const APPEARS_MS = 90_000;

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

/**
 * While offline, Firestore's transport requests an image from Google to test the connection; and what another site puts in a frame is not
 * our page's doing. Our policies refuse both, as they should.
 */
const EXPECTED = /cleardot\.gif|frame-ancestors/;

let browser: Browser | undefined;
const contexts: BrowserContext[] = [];
const complaints: string[] = [];

/** Opens Chromium for a file's tests, with `more` arguments. A page error or a policy violation fails the test that it came from. */
export function useBrowser(more: readonly string[] = []): void {
  use('chromium', more);
}

/** The same, with notifications. It needs twice the processor time. */
export function useFullBrowser(more: readonly string[] = []): void {
  use('fullChromium', more);
}

function use(which: 'chromium' | 'fullChromium', more: readonly string[]): void {
  beforeAll(async () => {
    const { path, args } = emulators()[which];
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

/** A new browser of one person, with its own cookies and storage. */
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

/** Opens an address in a new browser. */
export async function visit(address: string, viewport = DESK): Promise<Page> {
  const page = await (await someBrowser(viewport)).newPage();
  await page.goto(address);
  return page;
}
