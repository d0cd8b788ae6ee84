import { FONTS } from '@foyer/domain/theme';
import { expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { fullProfile } from '../support/full-profile.ts';
import { sampleOf } from '../support/sample.ts';
import { PHONE, someBrowser, useBrowser } from './support.ts';

useBrowser();

/** Where text wraps at another word, one line moves; Lighthouse calls anything below 0.1 good. */
const SHIFT_MAX = 0.02;
const LATE_MS = 500;

const LOADED = FONTS.filter((fonts) => fonts !== 'none');

test.each(sampleOf(LOADED, ['editorial', 'display']))(
  'a page in %s is readable immediately, and hardly moves when its typefaces load',
  async (fonts) => {
    const profile = fullProfile('atelier');
    const { slug } = await someManager(openTestCloud(), { ...profile, theme: { ...profile.theme, fonts } });
    const page = await (await someBrowser(PHONE)).newPage();
    const files: string[] = [];
    await page.route('**/*.woff2', async (route) => {
      files.push(new URL(route.request().url()).pathname);
      await new Promise((resolve) => setTimeout(resolve, LATE_MS));
      await route.continue();
    });
    await page.goto(`/${slug}`);
    await page.evaluate(() => document.fonts.ready);
    const seen = await page.evaluate(async () => {
      const loaded = [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const shifts = await new Promise<number[]>((resolve) => {
        const observer = new PerformanceObserver((list) =>
          resolve(list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value)),
        );
        observer.observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve([]), 300);
      });
      return { loaded, shift: shifts.reduce((sum, shift) => sum + shift, 0) };
    });
    expect(files.length).toBeGreaterThan(0);
    expect(files.every((file) => /^\/assets\/.*latin-.*\.woff2$/.test(file))).toBe(true);
    expect(seen.loaded.filter((family) => !/ (Times|Noto Serif|DejaVu Serif|Arial|Roboto|Courier)"?$/.test(family)).length).toBe(
      files.length,
    );
    expect(seen.shift).toBeLessThan(SHIFT_MAX);
  },
);
