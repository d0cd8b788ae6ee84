import type { OfficeHours } from '@foyer/domain/availability';
import { describe, expect, test } from 'vitest';
import { visitorHours } from './visitor-hours.ts';

const week = (days: readonly number[], from = '09:00', to = '17:00'): OfficeHours => days.map((day) => ({ day, from, to }));
const WORKDAYS = week([1, 2, 3, 4, 5]);
const NOVEMBER = Date.parse('2026-11-21T12:00:00Z');

test.each([
  ['New York', 'America/New_York', '03:00–11:00'],
  ['Kolkata, half an hour beside the others', 'Asia/Kolkata', '13:30–21:30'],
  ['Kathmandu', 'Asia/Kathmandu', '13:45–21:45'],
  ['Auckland, where the day ends meanwhile', 'Pacific/Auckland', '21:00–05:00'],
])('hours of Amsterdam in %s', (_, zone, own) => {
  expect(visitorHours(WORKDAYS, 'Europe/Amsterdam', zone, NOVEMBER)).toBe(own);
});

test('clocks that agree need no second time', () => {
  expect(visitorHours(WORKDAYS, 'Europe/Amsterdam', 'Europe/Berlin', NOVEMBER)).toBeNull();
  expect(visitorHours(WORKDAYS, 'Europe/London', 'UTC', NOVEMBER)).toBeNull();
});

describe('hours that begin on another day', () => {
  test('the evening before', () => {
    expect(visitorHours(week([1, 2, 3, 4, 5], '06:00', '12:00'), 'Europe/Amsterdam', 'America/Los_Angeles', NOVEMBER)).toBe(
      'Sun–Thu 21:00–03:00',
    );
  });

  test('the morning after', () => {
    expect(visitorHours(WORKDAYS, 'America/Los_Angeles', 'Asia/Tokyo', NOVEMBER)).toBe('Tue–Sat 02:00–10:00');
  });

  test('the Monday after a Sunday', () => {
    expect(visitorHours(week([7]), 'America/Los_Angeles', 'Asia/Tokyo', NOVEMBER)).toBe('Mon 02:00–10:00');
  });

  test('some of them only', () => {
    const hours = [...week([1], '20:00', '22:00'), ...week([3], '09:00', '12:00')];
    expect(visitorHours(hours, 'Europe/Amsterdam', 'Asia/Tokyo', NOVEMBER)).toBe('Tue 04:00–06:00, Wed 17:00–20:00');
  });

  test('at midnight', () => {
    expect(visitorHours(week([1], '16:00', '17:00'), 'Europe/London', 'Asia/Tokyo', NOVEMBER)).toBe('Tue 01:00–02:00');
    expect(visitorHours(week([1], '15:00', '16:00'), 'Europe/London', 'Asia/Tokyo', NOVEMBER)).toBe('Tue 00:00–01:00');
    expect(visitorHours(week([1], '14:00', '15:00'), 'Europe/London', 'Asia/Tokyo', NOVEMBER)).toBe('23:00–00:00');
  });
});

describe('summer time', () => {
  test('is the date’s own: between the two changes America is an hour nearer', () => {
    const march = Date.parse('2026-03-16T05:00:00Z');
    expect(visitorHours(WORKDAYS, 'Europe/Amsterdam', 'America/New_York', march)).toBe('04:00–12:00');
  });

  test('that begins within the week divides it', () => {
    // On Sunday 29 March Europe changes; today is Thursday, so Monday to Wednesday are past it.
    const thursday = Date.parse('2026-03-26T05:00:00Z');
    expect(visitorHours(WORKDAYS, 'Europe/Amsterdam', 'America/New_York', thursday)).toBe('Mon–Wed 03:00–11:00, Thu–Fri 04:00–12:00');
  });

  test('that begins between the two ends makes a stretch shorter', () => {
    const saturday = Date.parse('2026-03-28T12:00:00Z');
    expect(visitorHours(week([7], '01:00', '04:00'), 'Europe/Amsterdam', 'UTC', saturday)).toBe('00:00–02:00');
  });

  test('a day whose hours are over counts for next week', () => {
    const monday = Date.parse('2026-03-23T20:00:00Z');
    expect(visitorHours(week([1]), 'Europe/Amsterdam', 'UTC', monday)).toBe('07:00–15:00');
    expect(visitorHours(week([1]), 'Europe/Amsterdam', 'UTC', monday - 6 * 3_600_000)).toBe('08:00–16:00');
  });
});

test('a zone that this machine does not know is an error, and the page stays as it is', () => {
  expect(() => visitorHours(WORKDAYS, 'Mars/Olympus', 'UTC', NOVEMBER)).toThrow(RangeError);
});
