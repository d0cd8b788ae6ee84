import { describe, expect, it } from 'vitest';
import { typedTime } from './typed-time.ts';

/** A Wednesday. */
const NOW = '2026-03-11T10:45:00';
const read = (typed: string, now = NOW, locale = 'en-GB') => {
  const time = typedTime(typed, new Date(now).getTime(), locale);
  return 'atMs' in time ? new Date(time.atMs).toString().slice(0, 21) : time.fault;
};

describe('a typed time', () => {
  it.each([
    ['fri 9am', 'Fri Mar 13 2026 09:00'],
    ['Friday', 'Fri Mar 13 2026 09:00'],
    ['next tues at 14:30', 'Tue Mar 17 2026 14:30'],
    ['wed', 'Wed Mar 18 2026 09:00'],
    ['wed 3pm', 'Wed Mar 11 2026 15:00'],
    ['in 3 days', 'Sat Mar 14 2026 09:00'],
    ['in 3 days at 8', 'Sat Mar 14 2026 08:00'],
    ['2h', 'Wed Mar 11 2026 12:45'],
    ['in an hour', 'Wed Mar 11 2026 11:45'],
    ['in 45 min', 'Wed Mar 11 2026 11:30'],
    ['in two weeks', 'Wed Mar 25 2026 09:00'],
    ['2 months', 'Mon May 11 2026 09:00'],
    ['next week', 'Mon Mar 16 2026 09:00'],
    ['next month', 'Sat Apr 11 2026 09:00'],
    ['weekend', 'Sat Mar 14 2026 09:00'],
    ['tomorrow', 'Thu Mar 12 2026 09:00'],
    ['tmr 7.30am', 'Thu Mar 12 2026 07:30'],
    ['tomorrow evening', 'Thu Mar 12 2026 18:00'],
    ['tonight', 'Wed Mar 11 2026 18:00'],
    ['8 in the evening', 'Wed Mar 11 2026 20:00'],
    ['noon', 'Wed Mar 11 2026 12:00'],
    ['9', 'Thu Mar 12 2026 09:00'],
    ['17:00', 'Wed Mar 11 2026 17:00'],
    ['12am', 'Thu Mar 12 2026 00:00'],
    ['12 Dec 14:00', 'Sat Dec 12 2026 14:00'],
    ['12th of december', 'Sat Dec 12 2026 09:00'],
    ['Dec 12, 2027 2pm', 'Sun Dec 12 2027 14:00'],
    ['mar 9', 'Tue Mar 09 2027 09:00'],
    ['2026-12-12', 'Sat Dec 12 2026 09:00'],
    ['2026-12-12 18:15', 'Sat Dec 12 2026 18:15'],
    ['5/4', 'Sun Apr 05 2026 09:00'],
    ['12.12. 10 uhr', 'unclear'],
    ['12.12. 10:00', 'Sat Dec 12 2026 10:00'],
  ])('%s', (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it('is read in the browser’s own language too', () => {
    expect(read('morgen 8:00', NOW, 'de')).toBe('Thu Mar 12 2026 08:00');
    expect(read('Fr 9', NOW, 'de')).toBe('Fri Mar 13 2026 09:00');
    expect(read('12. Dezember', NOW, 'de')).toBe('Sat Dec 12 2026 09:00');
    expect(read('vendredi 14h30', NOW, 'fr')).toBe('Fri Mar 13 2026 14:30');
    expect(read('5/4', NOW, 'en-US')).toBe('Mon May 04 2026 09:00');
  });

  it('is an hour on the wall also where the clocks change', () => {
    expect(read('in 3 days', '2026-03-27T10:00:00')).toBe('Mon Mar 30 2026 09:00');
    expect(read('25 oct 9am', '2026-10-24T20:00:00')).toBe('Sun Oct 25 2026 09:00');
  });

  it.each(['', 'soon', 'm', 'fri sat', '31 feb', '25:00', '13pm', '9:75', 'in 3', 'in 3 days in 2 hours', 'drop table', 'fri 9am please'])(
    'is not understood: %s',
    (typed) => {
      expect(read(typed)).toBe('unclear');
    },
  );

  it('must be ahead, and not years ahead', () => {
    expect(read('today 9am')).toBe('past');
    expect(read('2025-12-12')).toBe('past');
    expect(read('2030-01-01')).toBe('too-far');
    expect(read('in 99999999999 years')).toMatch(/unclear|too-far/);
  });
});
