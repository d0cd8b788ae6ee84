import { PRESETS } from '@foyer/domain/theme';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openTestCloud, someManager } from '../../support/cloud.ts';
import { fullProfile } from '../../support/full-profile.ts';
import { row, signIn } from '../dashboard.ts';
import { openTab } from '../editor-page.ts';
import { managerWithPage, publishProfile } from '../people.ts';
import { PHONE, someBrowser, useBrowser } from '../support.ts';
import { begin, box } from '../visitor-page.ts';

useBrowser();

const TOUCH = { hasTouch: true, isMobile: true };
/** Safari on phones zooms into a field with smaller text, and stays zoomed in. */
const LEAST_PX = 16;

/** Every control of a page that opens a keyboard or a picker, including hidden ones, and its text size. */
async function sizesOn(page: Page): Promise<string[]> {
  return page
    .locator('input, select, textarea, [contenteditable]')
    .evaluateAll((controls) =>
      controls
        .filter((control) => !/^(hidden|checkbox|radio|color|file|range)$/.test(control.getAttribute('type') ?? ''))
        .map(
          (control) =>
            `${control.localName}[${control.getAttribute('name') ?? control.id}] ${parseFloat(getComputedStyle(control).fontSize)}`,
        ),
    );
}

const seen = new Map<string, number>();
const kinds = new Set<string>();

async function look(page: Page, screen: string): Promise<void> {
  const sizes = await sizesOn(page);
  seen.set(screen, sizes.length);
  for (const size of sizes) kinds.add(size.replace(/\[.*/, ''));
  expect([screen, sizes.filter((size) => Number(size.split(' ').at(-1)) < LEAST_PX)]).toEqual([screen, []]);
}

test('controls on public pages don’t trigger Safari’s zoom, with and without JavaScript', async () => {
  const cloud = openTestCloud();
  const [scripted, bare] = [await someBrowser(PHONE, TOUCH), await someBrowser(PHONE, { ...TOUCH, javaScriptEnabled: false })];
  const [page, form] = [await scripted.newPage(), await bare.newPage()];
  for (const preset of PRESETS) {
    const { slug } = await someManager(cloud, fullProfile(preset));
    await page.goto(`/${slug}`);
    await page.getByRole('textbox').first().fill('Hello');
    await look(page, `page, ${preset}`);
    await form.goto(`/${slug}`);
    await look(form, `page without a script, ${preset}`);
    await form.goto(`/api/forms/conversations?slug=${slug}`);
    await look(form, `code page, ${preset}`);
    await page.goto(`/${slug}/embed`);
    await look(page, `frame, ${preset}`);
  }
  await page.goto('/directory');
  await look(page, 'directory');
  await page.goto('/');
  await look(page, 'front page');
  expect([...seen].filter(([screen, count]) => count === 0 && screen !== 'front page')).toEqual([]);
});

test('controls in the thread and on every dashboard screen don’t trigger Safari’s zoom', async () => {
  const ada = await managerWithPage();
  await publishProfile(ada, { ...fullProfile('atelier'), name: 'Ada Moreau', portrait: undefined, cover: undefined });
  const visitor = await (await someBrowser(PHONE, TOUCH)).newPage();
  await visitor.goto(`/${ada.slug}`);
  await visitor.getByRole('button', { name: 'I have a code' }).tap();
  await visitor.getByPlaceholder('7KX2').waitFor();
  await look(visitor, 'code card');
  await visitor.getByRole('button', { name: 'Cancel' }).tap();
  await begin(visitor, 'Hello');
  await box(visitor).fill('And more');
  await look(visitor, 'thread');

  const page = await (await someBrowser(PHONE, TOUCH)).newPage();
  await page.goto('/app');
  await page.getByLabel('Password').waitFor();
  await look(page, 'sign in');
  await signIn(page, ada);
  await look(page, 'inbox');
  await row(page, 'Hello').tap();
  await page.getByRole('textbox', { name: 'Your reply' }).waitFor();
  await look(page, 'thread of the manager');
  await page.getByRole('button', { name: 'More', exact: true }).tap();
  await page.getByRole('menuitem', { name: /Report/ }).tap();
  await page.getByRole('dialog').getByRole('textbox').waitFor();
  await look(page, 'report');
  for (const screen of ['share', 'numbers']) {
    await page.goto(`/app/${screen}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    for (const closed of await page.locator('main [aria-expanded=false]').all()) await closed.click();
    await look(page, screen);
  }
  await page.goto('/app/page');
  await page.getByRole('tab', { name: 'You' }).waitFor();
  for (const tab of ['You', 'Sections', 'Look', 'Visibility'] as const) {
    await openTab(page, tab);
    for (const closed of await page.locator('#editor-panel [aria-expanded=false]').all()) await closed.click();
    await look(page, `editor, ${tab}`);
  }
  for (const screen of ['code card', 'thread', 'sign in', 'thread of the manager', 'report', 'share', 'editor, You']) {
    expect([screen, seen.get(screen)]).not.toEqual([screen, 0]);
  }
  expect([...kinds]).toEqual(expect.arrayContaining(['input', 'select', 'textarea']));
});
