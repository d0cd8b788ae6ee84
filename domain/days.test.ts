import { expect, test } from 'vitest';
import { dayAt, dayOfMonth, daysUntil, hourAt, monthOf, startOfDay } from './days.ts';

test('a day belongs to its time zone', () => {
  const late = Date.parse('2026-11-21T23:30:00Z');
  expect(dayAt(late)).toBe('2026-11-21');
  expect(dayAt(late, 'Pacific/Auckland')).toBe('2026-11-22');
  expect(dayAt(late, 'America/Los_Angeles')).toBe('2026-11-21');
  expect(dayAt(late, 'Nowhere/Land')).toBe('2026-11-21');
});

test.each([
  ['2026-03-29T00:59Z', 'Europe/Berlin', '01'],
  ['2026-03-29T01:00Z', 'Europe/Berlin', '03'],
  ['2026-10-25T00:30Z', 'Europe/Berlin', '02'],
  ['2026-10-25T01:30Z', 'Europe/Berlin', '02'],
  ['2026-10-25T23:00Z', 'Europe/Berlin', '00'],
  ['2026-11-21T00:10Z', 'Asia/Kathmandu', '05'],
  ['2026-11-21T00:10Z', undefined, '00'],
  ['2026-11-21T09:10Z', 'Nowhere/Land', '09'],
])('an hour is that of the clock in its time zone: %s in %s', (time, timeZone, hour) =>
  expect(hourAt(Date.parse(time), timeZone)).toBe(hour),
);

test('consecutive days have no gap where months, years and clocks change', () => {
  expect(daysUntil('2027-01-02', 4)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
  expect(daysUntil('2028-03-01', 2)).toEqual(['2028-02-29', '2028-03-01']);
  expect(new Set(daysUntil('2026-11-21', 400)).size).toBe(400);
});

test('a day is found by its month and its number in it', () => {
  expect([monthOf('2026-11-21'), dayOfMonth('2026-11-21')]).toEqual(['2026-11', '21']);
});

test.each([
  ['2026-12-12', 'UTC', '2026-12-12T00:00:00.000Z'],
  ['2026-12-12', 'Europe/Paris', '2026-12-11T23:00:00.000Z'],
  ['2026-12-12', 'Pacific/Kiritimati', '2026-12-11T10:00:00.000Z'],
  ['2026-12-12', 'Pacific/Pago_Pago', '2026-12-12T11:00:00.000Z'],
  ['2026-12-12', 'Asia/Kathmandu', '2026-12-11T18:15:00.000Z'],
  // In Cairo clocks go forward at midnight, so this day begins at 1.
  ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
  ['2026-12-12', 'Nowhere/Atall', '2026-12-12T00:00:00.000Z'],
])('%s begins in %s at %s', (day, zone, iso) => {
  expect(new Date(startOfDay(day, zone) ?? 0).toISOString()).toBe(iso);
});

test.each(['2026-02-31', '2026-13-01', 'tomorrow', ''])('"%s" is no day', (day) => {
  expect(startOfDay(day)).toBeNull();
});
