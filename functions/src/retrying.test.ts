import { expect, test } from 'vitest';
import { Problem } from './http/problem.ts';
import { AGAIN, retrying } from './retrying.ts';

/** Returns these in order, then keeps returning the last. */
function answering<T>(...answers: readonly (T | typeof AGAIN)[]) {
  const asked = { times: 0 };
  return { asked, attempt: async () => answers[Math.min(asked.times++, answers.length - 1)] ?? AGAIN };
}

test('returns the first result that is not `AGAIN`', async () => {
  const { asked, attempt } = answering<string>(AGAIN, AGAIN, 'third');
  expect(await retrying({ attempts: 3, jitterMs: 1 }, attempt)).toBe('third');
  expect(asked.times).toBe(3);
});

test('gives up with `busy` after the last attempt, or with a given problem', async () => {
  const { asked, attempt } = answering<string>(AGAIN);
  await expect(retrying({ attempts: 4 }, attempt)).rejects.toMatchObject({ code: 'busy', details: { retryAfterMs: 1000 } });
  expect(asked.times).toBe(4);
  await expect(retrying({ attempts: 2, giveUp: () => new Problem('changed-elsewhere') }, attempt)).rejects.toMatchObject({
    code: 'changed-elsewhere',
  });
});

test('does not repeat an attempt that throws', async () => {
  let times = 0;
  const attempt = async () => {
    times++;
    throw new Problem('no-page');
  };
  await expect(retrying({ attempts: 3 }, attempt)).rejects.toMatchObject({ code: 'no-page' });
  expect(times).toBe(1);
});
