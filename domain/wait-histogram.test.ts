import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { medianWait, WAIT_BUCKETS, waitBucket, waitHistogram } from './wait-histogram.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const waits = (...minutes: number[]) => minutes.map((each) => ({ waitedMs: each * MINUTE_MS }));

test.each([
  [-5, 0],
  [0, 0],
  [59_999, 0],
  [MINUTE_MS, 1],
  [2 * MINUTE_MS - 1, 2],
  [2 * MINUTE_MS, 3],
  [64 * MINUTE_MS, 13],
  [60 * DAY_MS, 33],
  [365 * DAY_MS, WAIT_BUCKETS - 1],
])('a wait of %i ms is in bucket %i', (waitedMs, bucket) => expect(waitBucket(waitedMs)).toBe(bucket));

describe('the median wait', () => {
  test('is unknown without waits, and zero below a minute', () => {
    expect(medianWait([])).toBeNull();
    expect(medianWait([{}, {}])).toBeNull();
    expect(medianWait([waitHistogram(waits(0.1, 0.2, 500))])).toBe(0);
  });

  test('is interpolated within its bucket', () => {
    // Four waits in the bucket from 64 minutes to 90.5, and the median in its middle: 64 times the fourth root of two.
    expect(medianWait([waitHistogram(waits(70, 71)), waitHistogram(waits(72, 73))])).toBeCloseTo(64 * 2 ** 0.25 * MINUTE_MS, 3);
  });

  test('does not invent a time beyond the last bound', () => {
    expect(medianWait([waitHistogram(waits(200 * 24 * 60))])).toBeCloseTo(2 ** 16 * MINUTE_MS, 3);
  });

  test('is at most a factor of 1.42 from the real one, however the days are split', () => {
    const wait = fc.double({ min: 0, max: 16, noNaN: true }).map((doublings) => ({ waitedMs: MINUTE_MS * 2 ** doublings }));
    fc.assert(
      fc.property(fc.array(fc.array(wait, { maxLength: 8 }), { maxLength: 30 }), (days) => {
        const all = days.flat().map(({ waitedMs }) => waitedMs);
        const median = medianWait(days.map(waitHistogram));
        if (all.length === 0) {
          expect(median).toBeNull();
          return;
        }
        const real = all.toSorted((one, other) => one - other)[Math.ceil(all.length / 2) - 1] ?? 0;
        expect((median ?? 0) / real).toBeGreaterThan(1 / 1.42);
        expect((median ?? 0) / real).toBeLessThan(1.42);
      }),
    );
  });
});
