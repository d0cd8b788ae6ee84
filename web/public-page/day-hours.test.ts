import type { HoursInterval } from '@foyer/domain/office-hours';
import { words } from '@foyer/words/compiled/en/page';
import { expect, test } from 'vitest';
import { dayHoursOf, sayHours } from './day-hours.ts';
import { hoursSpeech, writtenSpeech } from './hours-speech.ts';

const inEnglish = hoursSpeech({ locale: 'en', words });

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
  expect(sayHours(dayHoursOf(hours, inEnglish), inEnglish)).toBe(said);
});

const WEEK = [
  day(1),
  day(2),
  day(3),
  day(5, '21:00', '02:00'),
  day(5, '09:00', '12:00'),
  day(6, '00:00', '00:00'),
  day(7, '15:00', '15:00'),
];

test.each([
  ['de', 'Mo–Mi 09:00–17:00, Fr 09:00–12:00 und 21:00–02:00, Sa [allDay], So [15:00]'],
  ['pl', 'pon.–śr. 09:00–17:00, pt. 09:00–12:00 i 21:00–02:00, sob. [allDay], niedz. [15:00]'],
  ['ja', '月–水 09:00–17:00、金 09:00–12:00、21:00–02:00、土 [allDay]、日 [15:00]'],
])('hours in %s are written as the language writes days and lists', (locale, said) => {
  const speech = { ...hoursSpeech({ locale, words }), allDay: '[allDay]', dayFrom: '[{}]' };
  expect(sayHours(dayHoursOf(WEEK, speech), speech)).toBe(said);
});

test('times in a language from right to left run from left to right, in their own isolation', () => {
  const speech = hoursSpeech({ locale: 'ar', words });
  expect(sayHours(dayHoursOf([day(1), day(2), day(4, '10:00', '12:00')], speech), speech)).toBe(
    'الاثنين–الثلاثاء \u206609:00–17:00\u2069 والخميس \u206610:00–12:00\u2069',
  );
});

test.each([
  ['en', [day(1)], 'Mon,Tue,Wed,Thu,Fri,Sat,Sun| and |, |here'],
  ['en', [day(1, '09:00', '09:00')], 'Mon,Tue,Wed,Thu,Fri,Sat,Sun| and |, |here|{}|all day|{} for 24 hours'],
  ['de', [day(1)], 'Mo,Di,Mi,Do,Fr,Sa,So| und |, |here'],
  ['ar', [day(1)], 'الاثنين,الثلاثاء,الأربعاء,الخميس,الجمعة,السبت,الأحد| و| و|here|\u2066{}\u2069'],
])('the island gets what it needs to say hours in %s', (locale, hours, written) => {
  expect(writtenSpeech('here', hoursSpeech({ locale, words }), hours)).toBe(written);
});
