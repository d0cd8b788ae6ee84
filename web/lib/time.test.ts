import { expect, test } from 'vitest';
import { clockTime, dayName, isSameDay } from './time.ts';

const now = new Date(2026, 2, 10, 0, 30).getTime();
const day = (year: number, month: number, date: number) => new Date(year, month - 1, date, 23, 50).getTime();

test('a day is named as one would say it today', () => {
  expect(dayName(new Date(2026, 2, 10).getTime(), now)).toBe('today');
  expect(dayName(day(2026, 3, 9), now)).toBe('yesterday');
  expect(dayName(day(2026, 3, 4), now)).toBe('Wednesday');
  expect(dayName(day(2026, 3, 3), now)).toMatch(/March 3|3 March/);
  expect(dayName(day(2025, 12, 24), now)).toContain('2025');
});

test('a time in the future, by a clock that is wrong, is still a date', () => {
  expect(dayName(day(2026, 3, 12), now)).toMatch(/March/);
});

test('minutes make another day only at midnight', () => {
  expect(isSameDay(new Date(2026, 2, 10, 23, 59, 59).getTime(), now)).toBe(true);
  expect(isSameDay(new Date(2026, 2, 11, 0, 0).getTime(), now)).toBe(false);
});

test('the time of day has minutes of two digits', () => {
  expect(clockTime(new Date(2026, 2, 10, 9, 5).getTime())).toMatch(/9:05/);
});
