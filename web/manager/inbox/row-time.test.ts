import { expect, it } from 'vitest';
import { clockTime } from '../../lib/time.ts';
import { rowTime } from './row-time.ts';

const at = (text: string) => new Date(text).getTime();
const now = at('2026-03-12T10:00:00');
const part = (ms: number, options: Intl.DateTimeFormatOptions) => new Date(ms).toLocaleDateString(undefined, options);

it('shows the time today, the weekday this week, and the date before that', () => {
  const [today, yesterday, january, lastYear] = [
    '2026-03-12T08:05:00',
    '2026-03-11T23:59:00',
    '2026-01-02T09:00:00',
    '2025-12-31T09:00:00',
  ].map(at) as [number, number, number, number];
  expect(rowTime(today, now)).toBe(clockTime(today));
  expect(rowTime(yesterday, now)).toBe(part(yesterday, { weekday: 'short' }));
  expect(rowTime(january, now)).toBe(part(january, { day: 'numeric', month: 'short' }));
  expect(rowTime(lastYear, now)).toMatch(/25/);
});

it('never shows the same weekday for two days', () => {
  expect(rowTime(at('2026-03-05T12:00:00'), now)).toBe(part(at('2026-03-05T12:00:00'), { day: 'numeric', month: 'short' }));
});

it('treats a server time slightly ahead as the present', () => {
  expect(rowTime(now + 40_000, now)).toBe(clockTime(now + 40_000));
});
