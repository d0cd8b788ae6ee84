import { fileURLToPath } from 'node:url';
import { words as problems } from '@foyer/words/compiled/en/visitor-problems';
import type { Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { beforeAll, describe, expect, test } from 'vitest';
import { sampleOf } from '../support/sample.ts';
import { composer, row, signIn } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { APPEARS_MS, someBrowser, useBrowser } from './support.ts';
import { said, TRANSLATORS, translatePage, translatePages } from './translator.ts';
import { box } from './visitor-page.ts';

useBrowser();

let ada: PageOwner;
beforeAll(async () => {
  ada = await managerWithPage();
});

/** Waits until a part of a page shows the expected text, translated or not. */
async function says(page: Page, selector: string, expected: string | RegExp): Promise<void> {
  const heard = expect.poll(async () => said(await page.locator(selector).first().textContent()), { timeout: APPEARS_MS });
  if (typeof expected === 'string') await heard.toBe(expected);
  else await heard.toMatch(expected);
}

describe.each(sampleOf(TRANSLATORS, ['joins neighbouring texts']))('a translator that %s', (translator) => {
  test('leaves a randomly changing page with the same text as an untranslated one', async () => {
    const bundle = await rolldown({ input: fileURLToPath(new URL('../support/changing-page.ts', import.meta.url)) });
    const { output } = await bundle.generate({ format: 'iife' });
    await bundle.close();
    const page = await (await someBrowser()).newPage();
    await page.setContent('<div id="translated"></div><div id="plain" translate="no"></div>');
    await page.addScriptTag({ content: output[0].code });
    await page.evaluate('start()');
    await translatePage(page, translator);
    const differences = await page.evaluate(async () => {
      const { draw } = window as unknown as { draw(seed: number): void };
      const read = (id: string) => document.getElementById(id)?.innerHTML.replace(/<\/?font>|[«»]/g, '');
      const found: unknown[] = [];
      for (let seed = 1; seed <= 400; seed++) {
        draw(seed);
        // Some states are translated, some change before that.
        if (seed % 3) await new Promise((resolve) => setTimeout(resolve, 5));
        await Promise.resolve();
        const [translated, plain] = [read('translated'), read('plain')];
        if (translated !== plain) found.push({ seed, translated, plain });
      }
      return found;
    });
    expect(differences).toEqual([]);
    expect(await page.locator('#translated font').count()).toBeGreaterThan(0);
  });

  test('shows correct message states to the visitor and the manager', async () => {
    const context = await someBrowser();
    await translatePages(context, translator);
    const page = await context.newPage();
    await page.goto(`/${ada.slug}`);
    const text = `Translated: ${translator}`;
    await box(page).fill(text);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.locator('.code').waitFor();
    await says(page, '.own .tick', '· Sent');
    const copy = page.locator('.card .act').first();
    await context.grantPermissions(['clipboard-write']);
    await copy.click();
    await says(page, '.card .act', 'Link copied');

    // The next message is sending, then fails, then arrives.
    const held = Promise.withResolvers<void>();
    let isRefused = true;
    await page.route('**/messages', async (route) => {
      await held.promise;
      if (!isRefused) return route.continue();
      await route.fulfill({ status: 422, contentType: 'application/problem+json', body: '{"code":"message-conflict","title":"Refused."}' });
    });
    await box(page).fill('The second one');
    await page.getByRole('button', { name: 'Send' }).click();
    await says(page, '.log .group.own:last-of-type .tick', '· Sending');
    held.resolve();
    await says(page, '.group .fault', `Not sent. ${problems['message-conflict']} Try again Edit`);
    expect(said(await page.locator('.log').textContent())).not.toMatch(/Sent|Sending/);
    isRefused = false;
    await page.locator('.group .fault button').first().click();
    await expect.poll(() => page.locator('.group .fault').count()).toBe(0);
    await says(page, '.log .group.own:last-of-type .tick', '· Sent');

    // The translated dashboard: the same conversation, with its counters, ticks and notices.
    const desk = await (await someBrowser()).newPage();
    const plain = await (await someBrowser()).newPage();
    for (const screen of [desk, plain]) await signIn(screen, ada);
    await translatePage(desk, translator);
    // Names that depend on the time of day are the same on both.
    const isSame = async (selector: string) => {
      const read = (screen: Page) => screen.locator(selector).first().textContent();
      await expect.poll(async () => said(await read(desk)) === said(await read(plain)), { timeout: APPEARS_MS }).toBe(true);
    };
    const open = `li[data-conversation]:has-text("The second one")`;
    await row(plain, 'The second one').waitFor();
    await expect.poll(async () => said(await desk.locator('main').textContent()), { timeout: APPEARS_MS }).toContain('The second one');
    await isSame('nav[aria-label="Views"]:visible');
    // Its preview changes later.
    const listed = plain.locator(`li[data-conversation="${await plain.locator(open).getAttribute('data-conversation')}"]`);
    await desk.locator('li[data-conversation] a').first().click();
    await plain.locator(`${open} a`).first().click();
    await composer(desk).fill('An answer');
    await desk.keyboard.press('Enter');
    await says(desk, '[role=log]', /An answer.*(Sent|Seen)$/);
    await says(page, '.log', /An answer/);
    await says(desk, '[role=log]', /An answer.*Seen$/);
    await isSame('[role=log]');
    await desk.locator('li[data-conversation] a').first().focus();
    await desk.keyboard.press('e');
    await expect.poll(() => listed.count(), { timeout: APPEARS_MS }).toBe(0);
    await isSame('nav[aria-label="Views"]:visible');
    await desk.keyboard.press('z');
    await listed.waitFor();
    await isSame('nav[aria-label="Views"]:visible');
  });
});
