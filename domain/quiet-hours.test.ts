import { describe, expect, test } from 'vitest';
import { isQuietAt } from './quiet-hours.ts';

const at = (time: string) => Date.parse(time);
const NIGHT = { quietHours: { from: '22:00', to: '07:00' }, timeZone: 'Europe/Berlin' };
const quietAt = (hours: typeof NIGHT, times: readonly string[]) => times.map((time) => isQuietAt(hours, at(time)));

test('there are none by default', () => expect(isQuietAt({ quietHours: null, timeZone: 'UTC' }, 0)).toBe(false));

test('a night begins with its first minute and ends before its last', () => {
  const times = ['2026-11-28T20:59:59Z', '2026-11-28T21:00Z', '2026-11-28T23:00Z', '2026-11-29T05:59:59Z', '2026-11-29T06:00Z'];
  expect(quietAt(NIGHT, times)).toEqual([false, true, true, true, false]);
});

test('hours on one day do not reach over midnight', () => {
  const lunch = { quietHours: { from: '12:30', to: '13:15' }, timeZone: 'UTC' };
  const times = ['2026-11-28T12:29Z', '2026-11-28T12:30Z', '2026-11-28T13:14Z', '2026-11-28T13:15Z', '2026-11-28T00:00Z'];
  expect(quietAt(lunch, times)).toEqual([false, true, true, false, false]);
});

test('equal ends are a whole day', () => {
  const always = { quietHours: { from: '09:00', to: '09:00' }, timeZone: 'Asia/Tokyo' };
  expect(quietAt(always, ['2026-11-28T00:00Z', '2026-11-28T00:01Z', '2026-11-28T12:00Z'])).toEqual([true, true, true]);
});

describe('when the clocks change in Berlin', () => {
  test('the night of spring is an hour shorter', () => {
    // 2026-03-29, 02:00 becomes 03:00.
    const times = [
      '2026-03-28T20:59Z',
      '2026-03-28T21:00Z',
      '2026-03-29T00:59Z',
      '2026-03-29T01:00Z',
      '2026-03-29T04:59Z',
      '2026-03-29T05:00Z',
    ];
    expect(quietAt(NIGHT, times)).toEqual([false, true, true, true, true, false]);
  });

  test('the night of autumn is an hour longer', () => {
    // 2026-10-25, 03:00 becomes 02:00.
    const times = [
      '2026-10-24T19:59Z',
      '2026-10-24T20:00Z',
      '2026-10-25T00:30Z',
      '2026-10-25T01:30Z',
      '2026-10-25T05:59Z',
      '2026-10-25T06:00Z',
    ];
    expect(quietAt(NIGHT, times)).toEqual([false, true, true, true, true, false]);
  });

  test('hours that are skipped are not quiet, and repeated ones are twice', () => {
    const gap = { quietHours: { from: '02:00', to: '03:00' }, timeZone: 'Europe/Berlin' };
    expect(quietAt(gap, ['2026-03-29T00:59Z', '2026-03-29T01:00Z'])).toEqual([false, false]);
    expect(quietAt(gap, ['2026-10-25T00:30Z', '2026-10-25T01:30Z', '2026-10-25T02:00Z'])).toEqual([true, true, false]);
  });
});

test('a zone that moves at midnight, and one that is unknown here', () => {
  // In Cairo, 2026-04-24 begins at 01:00.
  const cairo = { ...NIGHT, timeZone: 'Africa/Cairo' };
  expect(quietAt(cairo, ['2026-04-23T19:59Z', '2026-04-23T20:00Z', '2026-04-23T22:00Z', '2026-04-24T03:59Z', '2026-04-24T04:00Z'])).toEqual(
    [false, true, true, true, false],
  );
  expect(quietAt({ ...NIGHT, timeZone: 'Mars/Olympus' }, ['2026-11-28T21:59Z', '2026-11-28T22:00Z'])).toEqual([false, true]);
});
