import { describe, expect, it } from 'vitest';
import { snoozeTimes } from './snooze-times.ts';

const offered = (now: string) =>
  snoozeTimes(new Date(now).getTime()).map(({ key, name, atMs }) => `${key} ${name}: ${new Date(atMs).toString().slice(0, 21)}`);

describe('a conversation can be snoozed', () => {
  it('until later today, this evening, tomorrow, Monday or in a week', () => {
    expect(offered('2026-03-11T10:45:12')).toEqual([
      '1 Later today: Wed Mar 11 2026 14:00',
      '2 This evening: Wed Mar 11 2026 18:00',
      '3 Tomorrow: Thu Mar 12 2026 09:00',
      '4 Monday: Mon Mar 16 2026 09:00',
      '5 In a week: Wed Mar 18 2026 09:00',
    ]);
  });

  it('not until an evening that has begun, nor later today if the evening comes first', () => {
    const keys = (now: string) =>
      offered(now)
        .map(([key]) => key)
        .join('');
    expect(keys('2026-03-11T15:30:00')).toBe('2345');
    expect(keys('2026-03-11T17:30:00')).toBe('1345');
    expect(offered('2026-03-11T17:30:00')[0]).toBe('1 Later today: Wed Mar 11 2026 21:00');
    expect(keys('2026-03-11T18:30:00')).toBe('345');
    expect(keys('2026-03-11T23:30:00')).toBe('345');
  });

  it('until tomorrow after midnight, and never until an hour of the night', () => {
    expect(offered('2026-03-11T00:10:00').slice(0, 2)).toEqual([
      '2 This evening: Wed Mar 11 2026 18:00',
      '3 Tomorrow: Thu Mar 12 2026 09:00',
    ]);
  });

  it('until Monday unless that is tomorrow or in a week', () => {
    expect(offered('2026-03-16T20:00:00')).toEqual(['3 Tomorrow: Tue Mar 17 2026 09:00', '5 In a week: Mon Mar 23 2026 09:00']);
    expect(offered('2026-03-15T20:00:00')).toEqual(['3 Tomorrow: Mon Mar 16 2026 09:00', '5 In a week: Sun Mar 22 2026 09:00']);
  });

  it('across the end of a month and a clock change', () => {
    expect(offered('2026-02-28T20:00:00')[0]).toBe('3 Tomorrow: Sun Mar 01 2026 09:00');
    expect(offered('2026-03-28T20:00:00')[0]).toBe('3 Tomorrow: Sun Mar 29 2026 09:00');
    expect(offered('2026-10-24T20:00:00').at(-1)).toBe('5 In a week: Sat Oct 31 2026 09:00');
  });
});
