import { describe, expect, test } from 'vitest';
import { endOf, zoneHere } from './quiet-hours.ts';

test.each([
  ['09:00', '17:00', 'same-day'],
  ['22:00', '07:00', 'next-day'],
  ['00:00', '23:59', 'same-day'],
  ['23:59', '00:00', 'next-day'],
  ['12:00', '12:00', 'all-day'],
] as const)('quiet hours from %s until %s end: %s', (from, to, end) => {
  expect(endOf({ from, to })).toBe(end);
});

describe('the time zone of this browser', () => {
  test('is its name', () => {
    expect(zoneHere('America/Argentina/Buenos_Aires')).toBe('America/Argentina/Buenos_Aires');
    expect(zoneHere('Etc/GMT+5')).toBe('Etc/GMT+5');
  });

  test('is UTC where the browser has none that the settings accept', () => {
    for (const odd of ['Etc/Unknown', '', 'Europe/Zürich', 'a'.repeat(61)]) expect(zoneHere(odd)).toBe('UTC');
  });
});
