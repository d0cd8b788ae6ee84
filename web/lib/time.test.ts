import { expect, test } from 'vitest';
import { clockTime, dayName, isSameDay } from './time.ts';

const said = (ms: number, options: Intl.DateTimeFormatOptions) => new Date(ms).toLocaleDateString(undefined, options);
const relative = (days: number) => new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(days, 'day');
const now = new Date(2026, 2, 10, 0, 30).getTime();
const day = (year: number, month: number, date: number) => new Date(year, month - 1, date, 23, 50).getTime();

test('names a day relative to today', () => {
  expect(dayName(new Date(2026, 2, 10).getTime(), now)).toBe(relative(0));
  expect(dayName(day(2026, 3, 9), now)).toBe(relative(-1));
  expect(dayName(day(2026, 3, 4), now)).toBe(said(day(2026, 3, 4), { weekday: 'long' }));
  expect(dayName(day(2026, 3, 3), now)).toBe(said(day(2026, 3, 3), { day: 'numeric', month: 'long' }));
  expect(dayName(day(2025, 12, 24), now)).toBe(said(day(2025, 12, 24), { day: 'numeric', month: 'long', year: 'numeric' }));
});

test('names a time in the future, from a wrong clock, by its date', () => {
  expect(dayName(day(2026, 3, 12), now)).toBe(said(day(2026, 3, 12), { day: 'numeric', month: 'long' }));
});

test('starts another day only at midnight', () => {
  expect(isSameDay(new Date(2026, 2, 10, 23, 59, 59).getTime(), now)).toBe(true);
  expect(isSameDay(new Date(2026, 2, 11, 0, 0).getTime(), now)).toBe(false);
});

test('shows minutes with two digits', () => {
  expect(clockTime(new Date(2026, 2, 10, 9, 5).getTime())).toMatch(/9\D05/);
});
