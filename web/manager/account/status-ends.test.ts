import { expect, test } from 'vitest';
import { type StatusEnd, statusEnd } from './status-ends.ts';

const SATURDAY = new Date(2026, 10, 28, 17, 30).getTime();
const SUNDAY = new Date(2026, 10, 29, 23, 59).getTime();

test.each([
  ['never', SATURDAY, '', null],
  ['in-hour', SATURDAY, '', SATURDAY + 3600_000],
  ['in-four-hours', SATURDAY, '', SATURDAY + 4 * 3600_000],
  ['today', SATURDAY, '', new Date(2026, 10, 29).getTime()],
  ['this-week', SATURDAY, '', new Date(2026, 10, 30).getTime()],
  ['this-week', SUNDAY, '', new Date(2026, 10, 30).getTime()],
  ['at', SATURDAY, '2026-12-24T18:00', new Date(2026, 11, 24, 18).getTime()],
  ['at', SATURDAY, '2026-11-28T17:30', undefined],
  ['at', SATURDAY, '', undefined],
] as const)('a status that ends %s', (end: StatusEnd, nowMs, typed, expected) => {
  expect(statusEnd(end, typed, nowMs)).toBe(expected);
});
