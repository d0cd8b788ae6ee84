import type { OfficeHours } from '@foyer/domain/availability';
import { expect, test } from 'vitest';
import { sayStretches, stretchesOf } from './stretches.ts';

const day = (number: number, from = '09:00', to = '17:00'): OfficeHours[number] => ({ day: number, from, to });

test.each([
  ['days that follow each other', [day(1), day(2), day(3)], 'Mon–Wed 09:00–17:00'],
  ['a day between', [day(1), day(3)], 'Mon 09:00–17:00, Wed 09:00–17:00'],
  ['other hours', [day(4), day(5, '09:00', '13:00')], 'Thu 09:00–17:00, Fri 09:00–13:00'],
  ['a week that begins on Sunday', [day(7), day(1), day(2)], 'Sun–Tue 09:00–17:00'],
  ['every day', [1, 2, 3, 4, 5, 6, 7].map((number) => day(number)), 'Mon–Sun 09:00–17:00'],
])('%s', (_, hours, said) => {
  expect(sayStretches(stretchesOf(hours))).toBe(said);
});
