import { expect, test } from 'vitest';
import { qrSvg } from './qr-image.ts';

test('a QR code has four modules of white around it, and nothing in it that could run', () => {
  const svg = qrSvg('https://foyer.example/ada-moreau');
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const places = [...svg.matchAll(/M(\d+) (\d+)h1/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  expect(Math.min(...places)).toBe(4);
  expect(Math.max(...places)).toBe(size - 5);
  expect(svg).not.toMatch(/script|href|style/);
});
