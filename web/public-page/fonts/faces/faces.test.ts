import { readdirSync, readFileSync } from 'node:fs';
import { createFontStack } from '@capsizecss/core';
import arial from '@capsizecss/metrics/arial';
import bricolageGrotesque from '@capsizecss/metrics/bricolageGrotesque';
import courierNew from '@capsizecss/metrics/courierNew';
import ebGaramond from '@capsizecss/metrics/eBGaramond';
import figtree from '@capsizecss/metrics/figtree';
import fraunces from '@capsizecss/metrics/fraunces';
import jetBrainsMono from '@capsizecss/metrics/jetBrainsMono';
import newsreader from '@capsizecss/metrics/newsreader';
import notoSerif from '@capsizecss/metrics/notoSerif';
import roboto from '@capsizecss/metrics/roboto';
import schibstedGrotesk from '@capsizecss/metrics/schibstedGrotesk';
import timesNewRoman from '@capsizecss/metrics/timesNewRoman';
import { FONTS } from '@foyer/domain/theme';
import { describe, expect, test } from 'vitest';

const FACES = [fraunces, newsreader, ebGaramond, schibstedGrotesk, figtree, bricolageGrotesque, jetBrainsMono];
/**
 * Debian's default serif, which Capsize doesn't know: the metrics of DejaVu 2.37, and the mean width of English text as Chromium measures
 * it, scaled to Capsize's (EB Garamond and Newsreader are 1.022 times as wide by Capsize's letters).
 */
const dejaVuSerif = {
  ...notoSerif,
  familyName: 'DejaVu Serif',
  unitsPerEm: 2048,
  ascent: 1901,
  descent: -483,
  lineGap: 0,
  capHeight: 1493,
  xHeight: 1063,
  xWidthAvg: 1068,
  subsets: { ...notoSerif.subsets, latin: { xWidthAvg: 1068 } },
};
const STAND_INS = {
  Times: timesNewRoman,
  'Noto Serif': notoSerif,
  'DejaVu Serif': dejaVuSerif,
  Arial: arial,
  Roboto: roboto,
  Courier: courierNew,
} as const;

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.css'));
const rules = files.flatMap((name) => [...read(name).matchAll(/@font-face \{([^}]*)\}/g)].map(([, body = '']) => body));

function declared(rule: string, name: string): string | undefined {
  return new RegExp(`${name}: "?([^";]+)`).exec(rule)?.[1];
}

test.each(rules.filter((rule) => rule.includes('local(')).map((rule) => [declared(rule, 'font-family') ?? '', rule] as const))(
  '%s has the metrics that Capsize computes',
  (family, rule) => {
    const face = FACES.find(({ familyName }) => family.startsWith(`${familyName} `));
    const standIn = Object.entries(STAND_INS).find(([name]) => family.endsWith(` ${name}`))?.[1];
    if (!face || !standIn) throw new Error(`Nobody knows the measures of ${family}.`);
    const [computed] = createFontStack([face, standIn], { fontFaceFormat: 'styleObject' }).fontFaces;
    const measures = computed?.['@font-face'];
    expect(declared(rule, 'size-adjust')).toBe(measures?.sizeAdjust);
    expect(declared(rule, 'ascent-override')).toBe(measures?.ascentOverride);
    expect(declared(rule, 'descent-override')).toBe(measures?.descentOverride);
    expect(declared(rule, 'line-gap-override')).toBe(measures?.lineGapOverride);
  },
);

test('every font file is swapped in, and loaded only for its own characters', () => {
  for (const rule of rules.filter((found) => found.includes('url('))) {
    expect(declared(rule, 'font-display')).toBe('swap');
    expect(rule).toContain('unicode-range:');
  }
});

describe.each(FONTS.filter((fonts) => fonts !== 'none'))('%s', (fonts) => {
  const css = read(`../${fonts}.css`);

  test('sets display and text fonts with their fallbacks, in at most two families', () => {
    const stacks = [declared(css.replaceAll('"', ''), '--display-font'), declared(css.replaceAll('"', ''), '--text-font')];
    const known = rules.map((rule) => declared(rule, 'font-family'));
    for (const stack of stacks) {
      const [family = '', ...others] = stack?.split(', ') ?? [];
      expect(known).toContain(family);
      expect(others.at(-1)).toMatch(/^(sans-serif|serif|monospace)$/);
      expect(others.slice(0, -1)).toEqual(known.filter((name) => name?.startsWith(`${family} `)));
    }
    expect([...css.matchAll(/@import/g)].length).toBe(new Set(stacks).size);
  });
});
