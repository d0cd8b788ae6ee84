import { expect, test } from 'vitest';
import { qrOf } from '../../ui/qr.ts';
import { qrSvg } from './qr-image.ts';

test.each(['https://foyer.example/ada-moreau', `https://foyer.example/${'x'.repeat(200)}`])(
  'has four white modules on every side: %s',
  (text) => {
    const { rows, size } = qrOf(text);
    const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [[x, y] as const] : [])));
    for (const at of [0, 1] as const) {
      expect(Math.min(...dark.map((place) => place[at]))).toBe(4);
      expect(Math.max(...dark.map((place) => place[at]))).toBe(size - 5);
    }
  },
);

test('makes an SVG with four white modules around the code, and nothing executable', () => {
  const svg = qrSvg('https://foyer.example/ada-moreau');
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const places = [...svg.matchAll(/M(\d+) (\d+)h1/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  expect(Math.min(...places)).toBe(4);
  expect(Math.max(...places)).toBe(size - 5);
  expect(svg).not.toMatch(/script|href|style/);
});
