import type { DayStatistics } from '@foyer/domain/statistics';
import { expect, test } from 'vitest';
import { firstRepliesOf, gapOf, hoursOf, roughWait } from './habits.ts';

const MINUTE_MS = 60_000;
const days = (...counted: DayStatistics[]) => counted.map((each, index) => ({ name: `2026-11-0${index + 1}`, counted: each }));

test('first replies are added over days, with one median for all of them', () => {
  const counted = days({ firstReplies: 3, waited: { '0': 3 } }, {}, { firstReplies: 4, waited: { '13': 4 } });
  expect(firstRepliesOf(counted)).toEqual({ count: 7, median: expect.closeTo(64 * 2 ** (0.125 / 2) * MINUTE_MS, 3) });
  expect(firstRepliesOf(days({ messages: 3, firstReplies: 0 }))).toEqual({ count: 0, median: null });
});

test('hours are added over days, and every hour has a value', () => {
  const hours = hoursOf(days({ hours: { '00': 1, '23': 2 } }, { hours: { '23': 5, '09': 1 } }, {}));
  expect(hours).toHaveLength(24);
  expect([hours[0], hours[9], hours[12], hours[23]]).toEqual([1, 1, 0, 7]);
});

test('days counted before these figures existed are found, and days without messages are not', () => {
  expect(gapOf(days({}, { views: 3 }, { messages: 0, replies: 1, firstReplies: 0 }))).toBeNull();
  expect(gapOf(days({}, { messages: 2, replies: 0 }, {}, { messages: 1, firstReplies: 0 }))).toEqual({ countedFrom: '2026-11-04' });
  expect(gapOf(days({ replies: 2 }))).toEqual({ countedFrom: null });
});

test.each([
  [0, 'under-a-minute'],
  [1, { unit: 'minutes', count: 1 }],
  [9.4, { unit: 'minutes', count: 9 }],
  [11, { unit: 'minutes', count: 10 }],
  [88, { unit: 'minutes', count: 90 }],
  [91, { unit: 'hours', count: 2 }],
  [35.4 * 60, { unit: 'hours', count: 35 }],
  [36 * 60, { unit: 'days', count: 2 }],
  [65_536, { unit: 'days', count: 46 }],
])('a wait of %d minutes is shown roughly', (minutes, rough) => expect(roughWait(minutes * MINUTE_MS)).toEqual(rough));
