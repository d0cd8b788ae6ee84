import { readFileSync } from 'node:fs';
import { contrast } from '@foyer/domain/theme';
import { expect, test } from 'vitest';
import { GROUNDS, themeCss } from './theme-css.ts';

const atelier = readFileSync(new URL('presets/atelier.css', import.meta.url), 'utf8');
const CHOSEN = ['#8a3b2a', '#ffff00', '#000000', '#ffffff', '#1f4fd8', '#7f7f7f', '#00ff88'];

test('both rules come out small and whole', () => {
  expect(themeCss({ preset: 'atelier', accent: '#8a3b2a' })).toMatch(
    /^:root\{--accent:#8a3b2a;--on-accent:#ffffff\}@media\(prefers-color-scheme:dark\)\{:root\{--accent:#[0-9a-f]{6};--on-accent:#000000\}\}$/,
  );
});

test.each(CHOSEN)('%s reads on every ground, and the text upon it reads too', (accent) => {
  const [light, onLight, dark, onDark] = themeCss({ preset: 'atelier', accent }).match(/#[0-9a-f]{6}/g) as [string, string, string, string];
  const grounds = (scheme: 'light' | 'dark') => schemeOf(scheme).match(/--(?:paper|paper-raised|their-bubble): (#[0-9a-f]{6})/g) ?? [];
  for (const [scheme, colour, upon] of [
    ['light', light, onLight],
    ['dark', dark, onDark],
  ] as const) {
    expect(grounds(scheme)).toHaveLength(3);
    for (const ground of grounds(scheme)) expect(contrast(colour, ground.slice(-7))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(upon, colour)).toBeGreaterThanOrEqual(4.5);
  }
});

test('the grounds are the ones of the stylesheet', () => {
  expect(schemeOf('light')).toContain(`--their-bubble: ${GROUNDS.atelier.light}`);
  expect(schemeOf('dark')).toContain(`--their-bubble: ${GROUNDS.atelier.dark}`);
});

function schemeOf(scheme: 'light' | 'dark'): string {
  const [light, dark] = atelier.split('@media (prefers-color-scheme: dark)') as [string, string];
  return scheme === 'light' ? light : dark;
}
