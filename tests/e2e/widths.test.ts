import type { Profile } from '@foyer/domain/profile';
import { PRESETS } from '@foyer/domain/theme';
import { expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { fullProfile, germanProfile, sparseProfile } from '../support/full-profile.ts';
import { DESK, someBrowser, useBrowser } from './support.ts';
import { begin } from './visitor-page.ts';

useBrowser();

const cloud = openTestCloud();

/** On either side of every width at which a preset changes its layout, and far beyond. */
const WIDTHS = [320, 390, 560, 640, 768, 900, 1023, 1024, 1180, 1440, 1920];

test.each(PRESETS)('at any width a %s page has its words in lines, and none beyond the edge', async (preset) => {
  const page = await (await someBrowser(DESK)).newPage();
  const squeezed: string[] = [];
  for (const [kind, profile] of Object.entries(profilesFor(preset))) {
    await page.goto(`/${(await someManager(cloud, profile)).slug}`);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const found = await page.evaluate(squeezedTexts);
      squeezed.push(...found.map((words) => `${kind}, ${width}: ${words}`));
    }
  }
  expect(squeezed).toEqual([]);
});

test.each(PRESETS)('at any width a visitor of a %s page reads the whole code', async (preset) => {
  const page = await (await someBrowser(DESK)).newPage();
  await page.goto(`/${(await someManager(cloud, { ...fullProfile(preset), name: 'Ada Moreau' })).slug}`);
  await begin(page, 'Would you come in October?');
  const cut: number[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const isWhole = await page.locator('.card').evaluate((card) => {
      const code = document.createRange();
      code.selectNodeContents(card.querySelector('.code') ?? card);
      return code.getBoundingClientRect().right <= card.getBoundingClientRect().right && card.scrollWidth <= card.clientWidth;
    });
    if (!isWhole) cut.push(width);
  }
  expect(cut).toEqual([]);
});

/** What may be missing of an opening decides its layout. */
function profilesFor(preset: Parameters<typeof fullProfile>[0]): Record<string, Profile> {
  const full = fullProfile(preset);
  const { cover: _, ...uncovered } = full;
  const { headline: __, ...unnamed } = uncovered;
  const { portrait: ___, ...faceless } = full;
  return { full, uncovered, unnamed, faceless, sparse: sparseProfile(preset), german: germanProfile(preset) };
}

/** Texts of which a line holds less than seven letters on average, and whether the page is wider than its window. Runs in the page. */
function squeezedTexts(): string[] {
  const tooWide = document.documentElement.scrollWidth > innerWidth ? ['wider than the window'] : [];
  const squeezed = [...document.querySelectorAll('h1, h2, h3, p, li, address, summary, figcaption, .headline, .fact')].flatMap(
    (element) => {
      const words = element.textContent?.trim() ?? '';
      if (element.querySelector('p, li') || !element.checkVisibility()) return [];
      const range = document.createRange();
      range.selectNodeContents(element);
      const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
      return lines.size > 4 && words.length / lines.size < 7 ? [words.slice(0, 40)] : [];
    },
  );
  return [...tooWide, ...squeezed];
}
