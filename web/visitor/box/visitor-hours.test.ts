import type { HoursInterval } from '@foyer/domain/office-hours';
import { words } from '@foyer/words/compiled/en/page';
import { describe, expect, test } from 'vitest';
import { hoursSpeech } from '../../public-page/hours-speech.ts';
import { visitorHours as visitorHoursSaid } from './visitor-hours.ts';

const speech = hoursSpeech({ locale: 'en', words });
const visitorHours = (hours: readonly HoursInterval[], zone: string, visitorZone: string, now: number) =>
  visitorHoursSaid(hours, zone, visitorZone, now, speech);

const week = (days: readonly number[], from = '09:00', to = '17:00'): HoursInterval[] => days.map((day) => ({ day, from, to }));
const WORKDAYS = week([1, 2, 3, 4, 5]);
const NOVEMBER = Date.parse('2026-11-21T12:00:00Z');

test.each([
  ['New York', 'America/New_York', '03:00–11:00'],
  ['Kolkata, half an hour off the others', 'Asia/Kolkata', '13:30–21:30'],
  ['Kathmandu', 'Asia/Kathmandu', '13:45–21:45'],
  ['Auckland, where the day ends meanwhile', 'Pacific/Auckland', '21:00–05:00'],
])('shows hours of Amsterdam in %s', (_, zone, own) => {
  expect(visitorHours(WORKDAYS, 'Europe/Amsterdam', zone, NOVEMBER)).toBe(own);
});

test('shows no second time if the clocks agree', () => {
  expect(visitorHours(WORKDAYS, 'Europe/Amsterdam', 'Europe/Berlin', NOVEMBER)).toBeNull();
  expect(visitorHours(WORKDAYS, 'Europe/London', 'UTC', NOVEMBER)).toBeNull();
});

describe('shows hours that begin on another day', () => {
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

  test('only some of them', () => {
    const hours = [...week([1], '20:00', '22:00'), ...week([3], '09:00', '12:00')];
    expect(visitorHours(hours, 'Europe/Amsterdam', 'Asia/Tokyo', NOVEMBER)).toBe('Tue 04:00–06:00, Wed 17:00–20:00');
  });

  test('at midnight', () => {
    expect(visitorHours(week([1], '16:00', '17:00'), 'Europe/London', 'Asia/Tokyo', NOVEMBER)).toBe('Tue 01:00–02:00');
    expect(visitorHours(week([1], '15:00', '16:00'), 'Europe/London', 'Asia/Tokyo', NOVEMBER)).toBe('Tue 00:00–01:00');
    expect(visitorHours(week([1], '14:00', '15:00'), 'Europe/London', 'Asia/Tokyo', NOVEMBER)).toBe('23:00–00:00');
  });
});

describe('hours past midnight', () => {
  const nights = week([5, 6], '21:00', '02:00');

  test.each([
    ['Tokyo', 'Asia/Tokyo', 'Sat–Sun 05:00–10:00'],
    ['New York', 'America/New_York', '15:00–20:00'],
    ['Kathmandu', 'Asia/Kathmandu', 'Sat–Sun 01:45–06:45'],
    ['London', 'Europe/London', '20:00–01:00'],
  ])('of Amsterdam in %s', (_, zone, own) => expect(visitorHours(nights, 'Europe/Amsterdam', zone, NOVEMBER)).toBe(own));

  test('still count while they last, also on the next morning', () => {
    // On Sunday, 25 October 2026, Amsterdam's summer time ends at 03:00. Saturday's night interval lasts at 00:30 and is over at 01:30.
    // over.
    const night = Date.parse('2026-10-24T22:30:00Z');
    expect(visitorHours(week([6], '21:00', '01:00'), 'Europe/Amsterdam', 'UTC', night)).toBe('19:00–23:00');
    expect(visitorHours(week([6], '21:00', '01:00'), 'Europe/Amsterdam', 'UTC', night + 3_600_000)).toBe('20:00–00:00');
  });

  test('are an hour longer or shorter in the night of a clock change', () => {
    const autumn = Date.parse('2026-10-24T12:00:00Z');
    const spring = Date.parse('2026-03-28T12:00:00Z');
    const night = week([6], '21:00', '06:00');
    expect(visitorHours(night, 'Europe/Amsterdam', 'UTC', autumn)).toBe('19:00–05:00');
    expect(visitorHours(night, 'Europe/Amsterdam', 'UTC', spring)).toBe('20:00–04:00');
  });

  test('end at midnight', () => {
    expect(visitorHours(week([5], '21:00', '00:00'), 'Europe/Amsterdam', 'UTC', NOVEMBER)).toBe('20:00–23:00');
  });
});

describe('several intervals a day', () => {
  const split = [
    ...week([1], '09:00', '12:00'),
    ...week([1], '14:00', '18:00'),
    ...week([2], '09:00', '12:00'),
    ...week([2], '14:00', '18:00'),
  ];

  test.each([
    ['New York', 'America/New_York', '03:00–06:00 and 08:00–12:00'],
    ['Auckland', 'Pacific/Auckland', 'Mon 21:00–00:00, Tue 02:00–06:00 and 21:00–00:00, Wed 02:00–06:00'],
  ])('of Amsterdam in %s', (_, zone, own) => expect(visitorHours(split, 'Europe/Amsterdam', zone, NOVEMBER)).toBe(own));
});

test('a whole day of another zone starts and ends within two days', () => {
  expect(visitorHours(week([6, 7], '00:00', '00:00'), 'Europe/Amsterdam', 'America/New_York', NOVEMBER)).toBe('Fri–Sat 18:00 for 24 hours');
  expect(visitorHours(week([6, 7], '00:00', '00:00'), 'Europe/Amsterdam', 'Europe/Berlin', NOVEMBER)).toBeNull();
});

describe('summer time', () => {
  test('follows the date: between the two changes America is an hour nearer', () => {
    const march = Date.parse('2026-03-16T05:00:00Z');
    expect(visitorHours(WORKDAYS, 'Europe/Amsterdam', 'America/New_York', march)).toBe('04:00–12:00');
  });

  test('splits a week in which it begins', () => {
    // On Sunday, 29 March the clocks change in Europe. Today is Thursday, so Monday to Wednesday come after the change.
    const thursday = Date.parse('2026-03-26T05:00:00Z');
    expect(visitorHours(WORKDAYS, 'Europe/Amsterdam', 'America/New_York', thursday)).toBe('Mon–Wed 03:00–11:00, Thu–Fri 04:00–12:00');
  });

  test('shortens an interval in which it begins', () => {
    const saturday = Date.parse('2026-03-28T12:00:00Z');
    expect(visitorHours(week([7], '01:00', '04:00'), 'Europe/Amsterdam', 'UTC', saturday)).toBe('00:00–02:00');
  });

  test('moves an interval that it skips entirely to the week after', () => {
    const saturday = Date.parse('2026-03-28T12:00:00Z');
    expect(visitorHours(week([7], '02:00', '03:00'), 'Europe/Amsterdam', 'UTC', saturday)).toBe('00:00–01:00');
  });

  test('a day whose hours are over counts for next week', () => {
    const monday = Date.parse('2026-03-23T20:00:00Z');
    expect(visitorHours(week([1]), 'Europe/Amsterdam', 'UTC', monday)).toBe('07:00–15:00');
    expect(visitorHours(week([1]), 'Europe/Amsterdam', 'UTC', monday - 6 * 3_600_000)).toBe('08:00–16:00');
  });
});

test('throws for a time zone that this machine does not know', () => {
  expect(() => visitorHours(WORKDAYS, 'Mars/Olympus', 'UTC', NOVEMBER)).toThrow(RangeError);
});

test('hours on the visitor’s clock are in the language of the page', () => {
  const said = (locale: string) =>
    visitorHoursSaid(week([1, 2], '06:00', '12:00'), 'Europe/Amsterdam', 'America/Los_Angeles', NOVEMBER, hoursSpeech({ locale, words }));
  expect(said('de')).toBe('So–Mo 21:00–03:00');
  expect(said('ar')).toBe('الأحد–الاثنين \u206621:00–03:00\u2069');
});
