import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OfficeHours } from './availability.ts';
import { type HoursInterval, INTERVALS_PER_DAY_MAX, minutesOf, nextInterval, overlapping, timeAt } from './office-hours.ts';

const at = (day: number, from = '09:00', to = '17:00'): HoursInterval => ({ day, from, to });
const faultsOf = (hours: unknown) => OfficeHours.safeParse(hours).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('office hours', () => {
  test.each<[string, unknown]>([
    ['always', 'always'],
    ['none', []],
    ['a day', [at(1)]],
    ['two intervals a day', [at(1, '09:00', '12:00'), at(1, '14:00', '18:00')]],
    ['intervals that touch', [at(1, '09:00', '12:00'), at(1, '12:00', '18:00')]],
    ['a night', [at(5, '21:00', '02:00')]],
    ['every night', [1, 2, 3, 4, 5, 6, 7].map((day) => at(day, '21:00', '02:00'))],
    ['a night that the next day follows', [at(7, '21:00', '02:00'), at(1, '02:00', '05:00')]],
    ['until midnight', [at(1, '21:00', '00:00'), at(2, '00:00', '03:00')]],
    ['whole days', [1, 2, 3, 4, 5, 6, 7].map((day) => at(day, '00:00', '00:00'))],
    ['in any order', [at(3), at(1)]],
  ])('can be %s', (_, hours) => expect(OfficeHours.parse(hours)).toEqual(hours));

  test.each<[string, unknown, string]>([
    ['start and end at the same time', [at(1, '09:00', '09:00')], '0.to'],
    ['start and end at the same time before midnight', [at(1, '23:59', '23:59')], '0.to'],
    ['overlap on a day', [at(1), at(1, '16:59', '18:00')], '1.from'],
    ['be twice the same', [at(1), at(1)], '1.from'],
    ['overlap out of order', [at(1, '16:00', '18:00'), at(1)], '0.from'],
    ['reach into the next day’s', [at(1, '21:00', '02:00'), at(2, '01:00', '05:00')], '1.from'],
    ['reach from Sunday into Monday’s', [at(7, '21:00', '02:00'), at(1, '01:00', '05:00')], '0.from'],
    ['reach round the week', [at(1, '10:00', '09:00'), at(2, '08:00', '09:00')], '1.from'],
    ['fill a day and more', [at(1, '00:00', '00:00'), at(1, '12:00', '13:00')], '1.from'],
    ['be five a day', [1, 3, 5, 7, 9].map((hour) => at(1, timeAt(hour * 60), timeAt(hour * 60 + 30))), '4.from'],
    ['be on an eighth day', [at(8)], '0.day'],
    ['end at 24:00', [at(1, '09:00', '24:00')], '0.to'],
    ['start at a word', [at(1, 'nine')], '0.from'],
    ['be another word', 'never', ''],
  ])('cannot %s', (_, hours, fault) => expect(faultsOf(hours)).toContain(fault));

  test('overlap exactly when two intervals share a minute of the week', () => {
    const time = fc.integer({ min: 0, max: 47 }).map((half) => timeAt(half * 30));
    const interval = fc.record({ day: fc.integer({ min: 1, max: 7 }), from: time, to: time });
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 6 }), (hours) => {
        const seen = new Map<number, number>();
        for (const { day, from, to } of hours) {
          const start = (day - 1) * 1440 + minutesOf(from);
          const length = (minutesOf(to) - minutesOf(from) + 1440) % 1440 || 1440;
          for (let minute = start; minute < start + length; minute += 30) seen.set(minute % 10_080, (seen.get(minute % 10_080) ?? 0) + 1);
        }
        expect(overlapping(hours).length > 0).toBe([...seen.values()].some((count) => count > 1));
      }),
    );
  });
});

describe('one more interval', () => {
  test.each<[string, HoursInterval[], HoursInterval | null]>([
    ['on an empty day is a working day', [], at(2)],
    ['comes an hour after the last', [at(2, '09:00', '12:00')], at(2, '13:00', '17:00')],
    ['ends at midnight at the latest', [at(2)], at(2, '18:00', '22:00')],
    ['can be short in the evening', [at(2, '09:00', '22:00')], at(2, '23:00', '00:00')],
    ['comes before the first where the evening is full', [at(2, '09:00', '23:30')], at(2, '04:00', '08:00')],
    ['comes before a night', [at(2, '21:00', '02:00')], at(2, '16:00', '20:00')],
    ['has no room next to a whole day', [at(2, '00:00', '00:00')], null],
    ['has no room early either', [at(2, '01:30', '23:30')], null],
  ])('%s', (_, ofDay, next) => expect(nextInterval(2, ofDay)).toEqual(next));

  test('overlaps none of its day, however many are added', () => {
    const time = fc.integer({ min: 0, max: 95 }).map((quarter) => timeAt(quarter * 15));
    fc.assert(
      fc.property(time, time, (from, to) => {
        const ofDay = [{ day: 1, from, to }];
        for (let next = nextInterval(1, ofDay); next; next = nextInterval(1, ofDay)) ofDay.push(next);
        expect(overlapping(ofDay)).toEqual([]);
        expect(ofDay.length).toBeLessThanOrEqual(INTERVALS_PER_DAY_MAX);
      }),
    );
  });
});
