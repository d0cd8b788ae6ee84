import { accentOn, contrast } from '@foyer/domain/colour';
import { PRESETS, plainTheme } from '@foyer/domain/theme';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PALETTES } from './presets/palettes.ts';
import { themeCss } from './theme-css.ts';

const colour = fc.uint8Array({ minLength: 3, maxLength: 3 }).map((bytes) => `#${Buffer.from(bytes).toString('hex')}`);

describe.each(PRESETS)('%s', (preset) => {
  describe.each(['light', 'dark'] as const)('%s', (mode) => {
    const { paper, raised, bubble, ink, soft, danger } = PALETTES[preset][mode];
    const surfaces = [paper, raised, bubble];

    test('every ink is readable on every surface', () => {
      for (const surface of surfaces)
        for (const text of [ink, soft, danger]) expect(contrast(text, surface), `${text} on ${surface}`).toBeGreaterThanOrEqual(4.5);
    });

    test('any accent is readable on every surface, and text is readable on it', () => {
      fc.assert(
        fc.property(colour, (chosen) => {
          const css = themeCss({ ...plainTheme(preset, chosen), mode });
          const colourOf = (name: string) => [...css.matchAll(new RegExp(`--${name}:(#[0-9a-f]{6})`, 'g'))].at(-1)?.[1] ?? '';
          for (const surface of surfaces) expect(contrast(colourOf('accent'), surface)).toBeGreaterThanOrEqual(4.5);
          expect(contrast(colourOf('on-accent'), colourOf('accent'))).toBeGreaterThanOrEqual(4.5);
          expect(contrast(colourOf('on-block'), colourOf('block'))).toBeGreaterThanOrEqual(4.5);
          if (css.includes('--loud')) expect(contrast(colourOf('accent'), colourOf('block'))).toBeGreaterThanOrEqual(4.5);
        }),
        { numRuns: 200 },
      );
    });

    test('its own accent needs only a change of lightness', () => {
      const { accent } = accentOn(PALETTES[preset].accent, surfaces);
      expect(accent).toMatch(/^#[0-9a-f]{6}$/);
    });
  });
});

test('the wide fields of a Poster page are dark at night with any accent', () => {
  fc.assert(
    fc.property(colour, (chosen) => {
      const [night = ''] = /@media.*/.exec(themeCss(plainTheme('poster', chosen))) ?? [];
      const block = /--block:(#[0-9a-f]{6})/.exec(night)?.[1] ?? '#ffffff';
      expect(contrast(block, PALETTES.poster.dark.paper)).toBeLessThan(1.6);
    }),
  );
  expect(themeCss({ ...plainTheme('poster', '#ff4d00'), mode: 'light' })).not.toContain('--loud');
});

test('a page that follows the device has two rules, a fixed one has one', () => {
  expect(themeCss(plainTheme('atelier', '#8a3b2a'))).toMatch(
    /^:root\{color-scheme:light dark;[^}]*\}@media\(prefers-color-scheme:dark\)\{:root\{[^}]*\}\}$/,
  );
  expect(themeCss({ ...plainTheme('atelier', '#8a3b2a'), mode: 'dark' })).toMatch(/^:root\{color-scheme:dark;[^}]*\}$/);
});

test('corners and density are variables, absent where the preset has its own', () => {
  const plain = themeCss(plainTheme('studio', '#e30613'));
  expect(plain).not.toMatch(/--corner|--density/);
  expect(themeCss({ ...plainTheme('studio', '#e30613'), corners: 'round', density: 'airy' })).toContain('--corner:20px;--density:1.3;');
});
