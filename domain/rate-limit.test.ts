import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeTurn } from './rate-limit.ts';

const rate = { burst: 10, refillMs: 4000 };

function accepted(times: readonly number[]): number {
  let tat = 0;
  let count = 0;
  for (const time of times) {
    const verdict = takeTurn(tat, time, rate);
    if (!verdict.allowed) continue;
    tat = verdict.tat;
    count++;
  }
  return count;
}

test('accepts ten in a burst; the eleventh waits exactly the announced time', () => {
  const now = 1_800_000_000_000;
  expect(accepted(new Array(40).fill(now))).toBe(10);
  let tat = 0;
  for (let turn = 0; turn < 10; turn++) {
    const verdict = takeTurn(tat, now, rate);
    tat = verdict.allowed ? verdict.tat : tat;
  }
  const refused = takeTurn(tat, now, rate);
  expect(refused).toEqual({ allowed: false, retryAfterMs: 4000 });
  expect(takeTurn(tat, now + 3999, rate).allowed).toBe(false);
  expect(takeTurn(tat, now + 4000, rate).allowed).toBe(true);
});

test('never accepts more than the burst plus the refill', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(120_000), { maxLength: 200 }), (offsets) => {
      const times = offsets.sort((a, b) => a - b);
      const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
      expect(accepted(times)).toBeLessThanOrEqual(rate.burst + Math.floor(span / rate.refillMs));
    }),
  );
});
