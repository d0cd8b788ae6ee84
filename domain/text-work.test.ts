import { expect, test } from 'vitest';
import { ORDINARY, SLOW_TEXTS, TEXT_PATHS, workOf } from '../tests/support/slow-texts.ts';

/** Longer than any allowed text, so the work before the length check counts too. */
const SIZE = 4000;
const FACTOR = 8;
/** Linear work grows by 8, quadratic work by 64. This is between them, the same factor from both. */
const GROWTH_MAX = 23;
/** In microseconds: a faster call costs nothing that an attacker could use, however it grows. Nor does a text that costs less than every ordinary one. */
const TRIFLE = 500;
/** Other work on the machine only adds to a measurement, so the smallest of several ratios is the most accurate. */
const TRIES = 10;

test.each(Object.entries(TEXT_PATHS))('the work of %s grows linearly with a text, not quadratically', (_, { act, ordinary = ORDINARY }) => {
  const workOfKind = (kind: string, size: number) => {
    const text = SLOW_TEXTS[kind]?.(size) ?? '';
    return workOf(() => act(text), 2);
  };
  const usual = Math.min(...ordinary.map((kind) => workOfKind(kind, SIZE * FACTOR)));
  for (const kind of Object.keys(SLOW_TEXTS)) {
    // What ordinary texts cost is itself compared with shorter ones only.
    const trifle = ordinary.includes(kind) ? TRIFLE : Math.max(TRIFLE, usual);
    const growth = () => {
      const work = workOfKind(kind, SIZE * FACTOR);
      return work < trifle ? 1 : work / workOfKind(kind, SIZE);
    };
    let least = growth();
    for (let tries = 1; least > GROWTH_MAX && tries < TRIES; tries++) least = Math.min(least, growth());
    expect(least, kind).toBeLessThan(GROWTH_MAX);
  }
});
