import { describe, expect, test } from 'vitest';
import { RETRY_AFTER_MAX_MS, retryAfterMs } from './retry-after.ts';

const NOW = Date.parse('2026-11-28T12:00:00Z');

describe('a wait that a server asks for', () => {
  test.each([
    ['0', 0],
    ['120', 120_000],
    [' 120 ', 120_000],
    ['Sat, 28 Nov 2026 12:30:00 GMT', 1_800_000],
  ])('%j is read', (header, waitMs) => expect(retryAfterMs(header, NOW)).toBe(waitMs));

  test.each(['999999999', '14401', 'Fri, 31 Dec 9999 23:59:59 GMT'])('%j is no longer than four hours', (header) => {
    expect(retryAfterMs(header, NOW)).toBe(RETRY_AFTER_MAX_MS);
  });

  test.each([
    undefined,
    '',
    '-1',
    '1e9',
    '0x10',
    '1.5',
    'Infinity',
    'NaN',
    '99999999999999999999',
    '120, 240',
    '2026-11-28T23:00:00Z',
    'Sat, 28 Nov 2026 11:59:59 GMT',
    'Sat, 99 Xxx 2026 99:99:99 GMT',
    '9'.repeat(100_000),
  ])('%j is none', (header) => expect(retryAfterMs(header, NOW)).toBe(0));
});
