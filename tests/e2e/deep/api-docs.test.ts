import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { emulators } from '../../support/emulators.ts';
import { findings, STILL } from '../axe.ts';
import { APPEARS_MS, DESK, PHONE, someBrowser, useBrowser } from '../support.ts';
import { watch } from '../watch.ts';

useBrowser();

/** Operations such as `POST /api/conversations`, as in the API's document. */
let documented: string[];

beforeAll(async () => {
  const answer = await fetch(`${emulators().hosting}/api/openapi.json`);
  const { paths } = (await answer.json()) as { paths: Record<string, object> };
  documented = Object.entries(paths)
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
    .sort();
});

const operations = (page: Page) => page.locator('.opblock-summary-control');

async function openReference(viewport = DESK, colorScheme: 'light' | 'dark' = 'light', address = '/api/docs') {
  const context = await someBrowser(viewport, { ...STILL, colorScheme });
  const deeds = await watch(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  onTestFinished(() => {
    expect(complaints).toEqual([]);
    expect(deeds).toEqual({ dialogs: [], foreign: [], violations: [] });
  });
  await page.goto(address);
  await operations(page).first().waitFor();
  return page;
}

async function fits(page: Page, { width }: { width: number }): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
}

describe.each([
  ['a phone', PHONE],
  ['a desk', DESK],
] as const)('on %s', (_, viewport) => {
  test.each(['light', 'dark'] as const)('the API reference shows every operation, is accessible and fits, in %s', async (colorScheme) => {
    const page = await openReference(viewport, colorScheme);
    const shown = await operations(page).evaluateAll((all) =>
      all.map((one) => {
        const [method, path] = ['.opblock-summary-method', '.opblock-summary-path'].map((part) => one.querySelector(part)?.textContent);
        return `${method} ${path?.replaceAll('\u200b', '')}`;
      }),
    );
    expect(shown.sort()).toEqual(documented);
    expect(await findings(page)).toEqual([]);
    await fits(page, viewport);
  });
});

test('a phone shows open operations of every group, accessible in light and dark', async () => {
  const page = await openReference(PHONE);
  const groups = page.locator('.opblock-tag-section');
  const total = await groups.count();
  expect(total).toBeGreaterThan(5);
  for (let index = 0; index < total; index++) await groups.nth(index).locator('.opblock-summary-control').first().click();
  await page.getByRole('button', { name: 'Publish changes to the page' }).click();
  await expect.poll(() => page.locator('.responses-table').count(), { timeout: APPEARS_MS }).toBe(total + 1);
  // Swagger UI makes each table of responses a region without a name.
  expect(await findings(page, { rules: { 'landmark-unique': { enabled: false } } })).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findings(page, { runOnly: ['color-contrast'] })).toEqual([]);
  await fits(page, PHONE);
});

test('the API reference has the site’s colours, light and dark', async () => {
  const page = await openReference();
  const coloursOf = () =>
    page.evaluate(() => {
      const title = document.querySelector('.swagger-ui .title');
      return { title: title && getComputedStyle(title).color, paper: getComputedStyle(document.documentElement).backgroundColor };
    });
  expect(await coloursOf()).toEqual({ title: 'rgb(29, 26, 22)', paper: 'rgb(253, 252, 250)' });
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await coloursOf()).toEqual({ title: 'rgb(235, 230, 221)', paper: 'rgb(24, 21, 18)' });
});

test('an operation explains its fields and problem codes, without a way to send it', async () => {
  const page = await openReference();
  await page.getByRole('button', { name: 'Start a conversation' }).click();
  await page.getByText('Who can call this:').waitFor();
  await page.getByRole('code').getByText('malformed-json').waitFor();
  await page.getByText('The request isn’t valid JSON.').waitFor();
  await page.getByRole('tab', { name: 'Schema' }).first().click();
  await page.getByText('The name of a page in its address').first().waitFor();
  expect(await page.getByRole('button', { name: /try it|execute|authorize/i }).count()).toBe(0);
  expect(await page.getByRole('textbox').count()).toBe(0);
});

test('the contents lead to each group, and an address to one operation', async () => {
  const page = await openReference();
  const links = page.getByRole('navigation', { name: 'Contents' }).getByRole('link');
  const targets = await links.evaluateAll((all) =>
    all.map((link) => [link.textContent, document.querySelector(link.getAttribute('href') ?? 'none')?.getAttribute('data-tag')]),
  );
  expect(targets.length).toBeGreaterThan(5);
  for (const [name, target] of targets) expect(target).toBe(name);

  await page.getByRole('button', { name: 'Upload a picture' }).click();
  const address = page.url();
  expect(address).toContain('#/Pictures/');
  const again = await openReference(DESK, 'light', address);
  await again.getByText('Send the file itself as the body').waitFor();
});

test('a reader without JavaScript, or without the document, is told what to do', async () => {
  const plain = await (await someBrowser(DESK, { javaScriptEnabled: false })).newPage();
  await plain.goto('/api/docs');
  expect(await plain.getByRole('link', { name: 'OpenAPI document' }).getAttribute('href')).toBe('/api/openapi.json');

  const page = await (await someBrowser()).newPage();
  await page.route('**/api/openapi.json', (route) => route.abort());
  await page.goto('/api/docs');
  await page.getByText('We couldn’t load the API reference.').waitFor();
});
