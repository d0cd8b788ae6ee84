import { expect, test } from 'vitest';
import { SLOW_TEXTS, TEXT_PATHS, workOf } from '../tests/support/slow-texts.ts';

/** Longer than any allowed text, so the work before the length check counts too. */
const SIZE = 4000;
const FACTOR = 8;
/** Linear work grows by 8, quadratic work by 64. This is between them, the same factor from both. */
const GROWTH_MAX = 23;
/** In microseconds: a faster call costs nothing that an attacker could use, however it grows. */
const TRIFLE = 500;
/** Other work on the machine only adds to a measurement, so the smallest of several ratios is the most accurate. */
const TRIES = 10;

test.each(Object.entries(TEXT_PATHS))(
  'the work of %s grows linearly with a text, not quadratically',
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
