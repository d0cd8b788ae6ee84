import type { HoursInterval } from '@foyer/domain/office-hours';
import { expect, test } from 'vitest';
import { dayHoursOf, sayHours } from './day-hours.ts';

const day = (number: number, from = '09:00', to = '17:00'): HoursInterval => ({ day: number, from, to });

test.each([
  ['days that follow each other', [day(1), day(2), day(3)], 'Mon–Wed 09:00–17:00'],
  ['a day between', [day(1), day(3)], 'Mon 09:00–17:00, Wed 09:00–17:00'],
  ['other hours', [day(4), day(5, '09:00', '13:00')], 'Thu 09:00–17:00, Fri 09:00–13:00'],
  ['a week that begins on Sunday', [day(7), day(1), day(2)], 'Sun–Tue 09:00–17:00'],
  ['every day', [1, 2, 3, 4, 5, 6, 7].map((number) => day(number)), 'Mon–Sun 09:00–17:00'],
  ['nights', [day(5, '21:00', '02:00'), day(6, '21:00', '02:00')], 'Fri–Sat 21:00–02:00'],
  [
    'two intervals a day',
    [day(1, '14:00', '18:00'), day(1, '09:00', '12:00'), day(2, '09:00', '12:00'), day(2, '14:00', '18:00')],
    'Mon–Tue 09:00–12:00 and 14:00–18:00',
  ],
  [
    'another day with one of two',
    [day(1, '09:00', '12:00'), day(1, '14:00', '18:00'), day(2, '09:00', '12:00')],
    'Mon 09:00–12:00 and 14:00–18:00, Tue 09:00–12:00',
  ],
  ['whole days', [day(6, '00:00', '00:00'), day(7, '00:00', '00:00')], 'Sat–Sun all day'],
  ['until midnight', [day(1, '21:00', '00:00')], 'Mon 21:00–00:00'],
  ['whole days of another time zone', [day(5, '15:00', '15:00')], 'Fri 15:00 for 24 hours'],
])('%s', (_, hours, said) => {
  expect(sayHours(dayHoursOf(hours))).toBe(said);
});
