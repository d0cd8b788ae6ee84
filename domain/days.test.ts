import { expect, test } from 'vitest';
import { dayAt, dayOfMonth, daysUntil, monthOf } from './days.ts';

test('a day is that of the zone', () => {
  const late = Date.parse('2026-11-21T23:30:00Z');
  expect(dayAt(late)).toBe('2026-11-21');
  expect(dayAt(late, 'Pacific/Auckland')).toBe('2026-11-22');
  expect(dayAt(late, 'America/Los_Angeles')).toBe('2026-11-21');
  expect(dayAt(late, 'Nowhere/Land')).toBe('2026-11-21');
});

test('days in a row have no gap where months, years and clocks change', () => {
  expect(daysUntil('2027-01-02', 4)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
  expect(daysUntil('2028-03-01', 2)).toEqual(['2028-02-29', '2028-03-01']);
  expect(new Set(daysUntil('2026-11-21', 400)).size).toBe(400);
});

test('a day is found by its month and its number in it', () => {
  expect([monthOf('2026-11-21'), dayOfMonth('2026-11-21')]).toEqual(['2026-11', '21']);
});
