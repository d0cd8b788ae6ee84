import { expect, test } from 'vitest';
import { HangWatch } from './hang-watch.ts';

const MINUTE_MS = 60_000;
const LOOK_MS = 5000;
const patience = { quietMs: 10 * MINUTE_MS, atMostMs: 75 * MINUTE_MS };

/** Looks at a run whose n-th look finds `sizeAt(n)`. Returns the minutes after which it is ended, and why. */
function ended(sizeAt: (look: number) => number): { minutes: number; why: string | null } {
  const watch = new HangWatch(patience, LOOK_MS);
  for (let look = 1; look < 10_000; look++) {
    const why = watch.look(sizeAt(look));
    if (why !== null) return { minutes: (look * LOOK_MS) / MINUTE_MS, why };
  }
  return { minutes: Number.POSITIVE_INFINITY, why: null };
}

test('ends a run that writes nothing at all', () => {
  expect(ended(() => 0)).toEqual({ minutes: 10, why: 'no test started or finished for 10 minutes, so something hangs.' });
});

test('ends a run ten minutes after its last output', () => {
  const lookAtMinute = (minutes: number) => (minutes * MINUTE_MS) / LOOK_MS;
  expect(ended((look) => Math.min(look, lookAtMinute(33))).minutes).toBe(43);
});

test.each([1, 12, 60, 119])('lets a slow run with output every %i looks continue until the last resort', (every) => {
  expect(ended((look) => Math.floor(look / every))).toEqual({ minutes: 75, why: 'it had not finished after 75 minutes.' });
});
