import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { emulators } from '../support/emulators.ts';

/** How long anything may take to appear: separates a hang from a slow machine that does ten other things. */
export const APPEARS_MS = 90_000;

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };
/** A story that needs only one of them in `npm test` uses `sampleOf(SIZES, [SIZES[0]])`. */
export const SIZES = [
  ['a phone', PHONE],
  ['a desk', DESK],
] as const;

/**
 * While offline, Firestore's transport requests an image from Google to test the connection; and what another site puts in a frame is not
 * our page's doing. Our policies refuse both, as they should.
 */
const EXPECTED = /cleardot\.gif|frame-ancestors/;

let browser: Browser | undefined;
/** Stays open for the other files of this process: starting one takes about a second of processor time. */
let plain: Browser | undefined;
const contexts: BrowserContext[] = [];
const complaints: string[] = [];

let serviceWorkers: 'allow' | 'block' = 'block';

/**
 * Opens Chromium for a file's tests, with `more` arguments. A page error or a policy violation fails the test that it came from. Without
 * service workers: each new browser would fetch the whole dashboard a second time.
 */
export function useBrowser(more: readonly string[] = []): void {
  use('chromium', 'block', more);
}

/** The same, with service workers. */
export function useBrowserWithWorkers(): void {
  use('chromium', 'allow', []);
}

/** The same, with notifications too. It needs twice the processor time. */
export function useFullBrowser(more: readonly string[] = []): void {
  use('fullChromium', 'allow', more);
}

function use(which: 'chromium' | 'fullChromium', workers: typeof serviceWorkers, more: readonly string[]): void {
  // A worker runs several files with one instance of this module.
  serviceWorkers = workers;
  const isPlain = which === 'chromium' && more.length === 0;
  beforeAll(async () => {
    const { path, args } = emulators()[which];
    const launch = () => chromium.launch({ executablePath: path, args: [...args, ...more] });
    if (isPlain) plain = plain?.isConnected() ? plain : await launch();
    browser = isPlain ? plain : await launch();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map(closeContext));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    if (!isPlain) await browser?.close();
    browser = undefined;
  });
}

/** Requests on their way through a test's routes would fail, as errors of no test. Tests may have closed it themselves. */
async function closeContext(context: BrowserContext): Promise<void> {
  await Promise.all([context, ...context.pages()].map((routed) => routed.unrouteAll({ behavior: 'ignoreErrors' }))).catch(() => {});
  await context.close();
}

/** A new browser of one person, with its own cookies and storage. */
export async function someBrowser(viewport = DESK, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  if (!browser) throw new Error('Call useBrowser() first.');
  const context = await browser.newContext({
    viewport,
    baseURL: emulators().hosting,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    serviceWorkers,
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

/** Opens an address in a new browser. Hosting's emulator answers 504 when no instance of a function was free for a minute. */
export async function visit(address: string, viewport = DESK): Promise<Page> {
  const page = await (await someBrowser(viewport)).newPage();
  const isAnswered = async () => (await page.goto(address))?.status() !== 504;
  await expect.poll(isAnswered, { timeout: APPEARS_MS }).toBe(true);
  return page;
}

/**
 * Holds requests back until the returned function is called. That waits for one: a pattern that matches nothing, such as an old file name,
 * would hold nothing.
 */
export async function holdBack(page: Page, what: RegExp | string): Promise<() => Promise<void>> {
  const released = Promise.withResolvers<void>();
  let held = 0;
  await page.route(what, async (route) => {
    held++;
    await released.promise;
    await route.continue();
  });
  return async () => {
    await expect.poll(() => held, { timeout: APPEARS_MS }).toBeGreaterThan(0);
    released.resolve();
  };
}
