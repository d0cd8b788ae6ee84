import type { Profile } from '@foyer/domain/profile';
import { PRESETS, type Preset } from '@foyer/domain/theme';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { fullProfile, germanProfile, sparseProfile } from '../support/full-profile.ts';
import { sampleOf } from '../support/sample.ts';
import { DESK, PHONE, someBrowser, useBrowser } from './support.ts';
import { begin } from './visitor-page.ts';
import { widenFonts } from './wide-fonts.ts';

useBrowser();

const cloud = openTestCloud();

/** Both sides of every width at which a preset changes its layout, and far beyond. */
const WIDTHS = [320, 390, 560, 640, 768, 900, 1023, 1024, 1180, 1440, 1920];

/** Missing parts of an opening decide its layout, and long ones break it. */
const KINDS = ['full', 'german', 'uncovered', 'unnamed', 'faceless', 'sparse', 'papadopoulou', 'schwarzenberg', 'wilhelmina'] as const;

test.each(sampleOf(PRESETS, ['poster']))('a %s page keeps words and lines whole at any width, also in wider fonts', async (preset) => {
  const page = await (await someBrowser(DESK)).newPage();
  const faults: string[] = [];
  for (const kind of sampleOf(KINDS, ['full', 'german', 'schwarzenberg'])) {
    await page.goto(`/${(await someManager(cloud, profileOf(kind, preset))).slug}`);
    for (const fonts of ['own', 'wide'] as const) {
      if (fonts === 'wide') await widenFonts(page);
      const found = [...(await faultsAtAnyWidth(page)), ...(kind === 'full' ? await boxesOutOfSight(page) : [])];
      faults.push(...found.map((fault) => `${kind}, ${fonts} fonts, ${fault}`));
    }
  }
  expect(faults).toEqual([]);
});

test.each(sampleOf(['/', '/directory', '/resume', '/nobody-is-at-this-address'], ['/directory']))(
  "Foyer's own page %s keeps words and lines whole at any width",
  async (address) => {
    await Promise.all(KINDS.map((kind) => someManager(cloud, profileOf(kind, 'atelier'))));
    const page = await (await someBrowser(DESK)).newPage();
    await page.goto(address);
    const own = await faultsAtAnyWidth(page);
    await widenFonts(page);
    expect({ own, wide: await faultsAtAnyWidth(page) }).toEqual({ own: [], wide: [] });
  },
);

test.each(sampleOf(PRESETS, ['gallery']))('a visitor of a %s page reads the whole code at any width', async (preset) => {
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

function profileOf(kind: (typeof KINDS)[number], preset: Preset): Profile {
  const full = fullProfile(preset);
  const { cover: _, ...uncovered } = full;
  const { headline: __, ...unnamed } = uncovered;
  const { portrait: ___, ...faceless } = full;
  const profiles = { full, uncovered, unnamed, faceless, sparse: sparseProfile(preset), german: germanProfile(preset) };
  const names = {
    papadopoulou: 'Alexandra Papadopoulou',
    schwarzenberg: 'Maximiliane Freifrau von Hohenstein-Schwarzenberg',
    wilhelmina: 'Wilhelmina Mommsen-Grimm',
  };
  return kind in names ? { ...full, name: names[kind as keyof typeof names] } : profiles[kind as keyof typeof profiles];
}

async function faultsAtAnyWidth(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    faults.push(...(await page.evaluate(faultsOfWords)).map((fault) => `${width}: ${fault}`));
  }
  return faults;
}

/** Checks the sizes at which the message box must be on the first screen. */
async function boxesOutOfSight(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const { width, height } of [PHONE, DESK]) {
    await page.setViewportSize({ width, height });
    const foot = await page.locator('.sheet').evaluate((sheet) => sheet.getBoundingClientRect().bottom);
    if (foot > height) faults.push(`${width} x ${height}: the message box ends at ${Math.round(foot)}`);
  }
  return faults;
}

/**
 * Finds content beyond the window's edge; texts with fewer than seven letters a line on average; and words that are broken although they
 * would fit a phone: in a name, no word of up to 15 letters may be broken, in other display type none of up to 11. Runs in the page.
 */
function faultsOfWords(): string[] {
  const isSeen = (element: Element) => element.checkVisibility();
  const textsIn = (element: Element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts: Node[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    // Text for screen readers only is clipped to a pixel.
    return texts.filter((text) => (text.parentElement?.getBoundingClientRect().width ?? 0) > 1);
  };
  // Letters of two sizes on one line start at different heights.
  const linesOf = (rects: readonly DOMRect[]) => {
    const lines: DOMRect[] = [];
    for (const rect of rects.filter(({ width }) => width > 0).toSorted((one, other) => one.top - other.top)) {
      const last = lines.at(-1);
      if (!last || rect.top > last.top + last.height / 2) lines.push(rect);
    }
    return lines.length;
  };
  const rectsOf = (text: Node, from = 0, to = text.textContent?.length ?? 0) => {
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, to);
    return [...range.getClientRects()];
  };
  const tooWide = document.documentElement.scrollWidth > innerWidth ? ['wider than the window'] : [];

  const squeezed = [...document.querySelectorAll('h1, h2, h3, p, li, address, summary, figcaption, .headline, .fact')].flatMap(
    (element) => {
      const words = element.textContent?.trim() ?? '';
      if (element.querySelector('p, li') || !isSeen(element)) return [];
      const lines = linesOf(textsIn(element).flatMap((text) => rectsOf(text)));
      return lines > 4 && words.length / lines < 7 ? [`squeezed "${words.slice(0, 40)}"`] : [];
    },
  );

  const display = [...document.querySelectorAll('h1, h2, h3, .headline, .write, .send, .price')].filter(isSeen);
  const broken = display.flatMap((element) =>
    textsIn(element).flatMap((text) =>
      [...(text.textContent ?? '').matchAll(/[\p{L}\p{M}\p{N}’']+-?/gu)].flatMap(({ 0: word, index }) => {
        const isShort = word.length <= (element.tagName === 'H1' ? 15 : 11);
        const isBroken = isShort && linesOf(rectsOf(text, index, index + word.length)) > 1;
        return isBroken ? [`breaks "${word}" in ${element.tagName} ${element.className}`] : [];
      }),
    ),
  );
  return [...tooWide, ...squeezed, ...broken];
}
