import { expect, test } from 'vitest';
import { SLOW_TEXTS, TEXT_PATHS, workOf } from '../tests/support/slow-texts.ts';

/** Longer than any text may be, so that what comes before the check of the length counts too. */
const SIZE = 4000;
const FACTOR = 8;
/** Linear work grows by 8, quadratic work by 64. Between them, as far from one as from the other by a factor. */
const GROWTH_MAX = 23;
/** Microseconds below which a call costs nothing that anybody could use, however it grows. */
const TRIFLE = 500;
/** Other work on the machine only adds to a measurement, so the least of several ratios is the truest. */
const TRIES = 4;

test.each(Object.entries(TEXT_PATHS))(
  'the work of %s grows with the length of a text, not with its square',
  (_, { act }) => {
    for (const [kind, make] of Object.entries(SLOW_TEXTS)) {
      const [short, long] = [make(SIZE), make(SIZE * FACTOR)];
      const growth = () => {
        const work = workOf(() => act(long), 2);
        return work < TRIFLE ? 1 : work / workOf(() => act(short), 2);
      };
      let least = growth();
      for (let tries = 1; least > GROWTH_MAX && tries < TRIES; tries++) least = Math.min(least, growth());
      expect(least, kind).toBeLessThan(GROWTH_MAX);
    }
  },
  60_000,
);
