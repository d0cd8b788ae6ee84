import { PRESETS, type Preset } from '@foyer/domain/theme';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { fullProfile, germanProfile, sparseProfile } from '../support/full-profile.ts';
import { deepTest, sampleOf } from '../support/sample.ts';
import { findings, STILL } from './axe.ts';
import { message, row, signIn } from './dashboard.ts';
import { walk } from './page-walk.ts';
import { managerWithPage } from './people.ts';
import { PHONE, SIZES, someBrowser, useBrowser, visit } from './support.ts';
import { begin, box } from './visitor-page.ts';

useBrowser();

describe.each(sampleOf(SIZES, [SIZES[0]]))('on %s', (_, viewport) => {
  test('the page, the message box, the thread and its cards are accessible, in light and dark', async () => {
    const ada = await managerWithPage();
    const page = await visit(`/${ada.slug}`, viewport);
    await page.emulateMedia(STILL);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page), `page, ${colorScheme}`).toEqual([]);
    }
    await box(page).fill('Is this readable?');
    expect(await findings(page), 'writing').toEqual([]);
    await begin(page, 'Is this readable?');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page), `thread, ${colorScheme}`).toEqual([]);
    }
  });

  deepTest('the dashboard is accessible, in light and dark', async () => {
    const ada = await managerWithPage();
    const page = await (await someBrowser(viewport)).newPage();
    await page.emulateMedia(STILL);
    await page.goto('/app');
    await page.getByLabel('Password').waitFor();
    expect(await findings(page), 'sign-in').toEqual([]);
    await signIn(page, ada);
    await page.getByText(`/${ada.slug}`).locator('visible=true').first().waitFor();
    expect(await findings(page), 'empty inbox').toEqual([]);
    await begin(await visit(`/${ada.slug}`), 'A letter to look at');
    await row(page, 'A letter to look at').getByRole('link').click();
    await message(page, 'A letter to look at').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page), `thread, ${colorScheme}`).toEqual([]);
    }
  });
});

/** For the dark page only what differs: its colours. */
const COLOURS: RunOptions = { runOnly: ['color-contrast'] };
const ALL_RULES: RunOptions = { rules: { 'target-size': { enabled: true } } };

describe.each(sampleOf(PRESETS, ['terminal']))('a %s page is accessible:', (preset) => {
  test('axe finds nothing, and it works by keyboard, at 400 %, without motion, in forced colours', async () => {
    const pages = await pagesOf(preset);
    const page = await (await someBrowser(PHONE)).newPage();
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });

    await page.goto(pages.full);
    expect(await page.evaluate(() => document.getAnimations().length), 'motion').toBe(0);
    const box = await page.locator('.sheet').boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0), 'the foot of the message box').toBeLessThanOrEqual(PHONE.height);
    await isInOrder(page);
    await opensByKey(page);
    await isSoundInLightAndDark(page);
    await hasEdgesInForcedColours(page);
    await fitsNarrowScreen(page);

    await page.goto(pages.sparse);
    await isSoundInLightAndDark(page);
    await page.goto(pages.german);
    await fitsNarrowScreen(page);
    expect(errors).toEqual([]);
  });
});

async function pagesOf(preset: Preset) {
  const cloud = openTestCloud();
  const addressOf = async (profile: Parameters<typeof someManager>[1]) => `/${(await someManager(cloud, profile)).slug}`;
  return {
    full: await addressOf(fullProfile(preset)),
    sparse: await addressOf(sparseProfile(preset)),
    german: await addressOf(germanProfile(preset)),
  };
}

async function isSoundInLightAndDark(page: Page): Promise<void> {
  expect(await findings(page, ALL_RULES), 'light').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findings(page, COLOURS), 'dark').toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** First comes the link to the message box; then each element once, in reading order. */
async function isInOrder(page: Page): Promise<void> {
  const { stops, focusable } = await walk(page);
  expect(stops.map(({ place }) => place)).toEqual(Array.from({ length: focusable }, (_, place) => place));
  expect(stops[0]?.name).toBe('Write to Ilse');
  expect(stops.filter(({ isSeen, isMarked }) => !isSeen || !isMarked)).toEqual([]);
  await page.locator('.skip').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('textarea');
}

async function opensByKey(page: Page): Promise<void> {
  await page.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('details[open] .prose').first().waitFor();
}

/** WCAG 1.4.10: a width of 1280 px at 400 %. */
async function fitsNarrowScreen(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.setViewportSize(PHONE);
}

async function hasEdgesInForcedColours(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  const sheet = await page.locator('.sheet').evaluate((element) => {
    const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(element);
    return {
      style: borderTopStyle,
      width: Number.parseFloat(borderTopWidth),
      isSeen: borderTopColor !== getComputedStyle(document.body).backgroundColor,
    };
  });
  expect(sheet).toMatchObject({ style: 'solid', isSeen: true });
  expect(sheet.width).toBeGreaterThanOrEqual(1);
  await page.emulateMedia({ forcedColors: 'none' });
}
