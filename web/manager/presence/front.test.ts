import { FRONT_MS } from '@foyer/domain/device';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFrontMarker, FRONT_GAP_MS } from './front.ts';

let writes: number[];
let kept: Map<string, string>;
let isInFront: boolean;

const tab = () =>
  createFrontMarker({
    write: async () => writes.push(Date.now()),
    isInFront: () => isInFront,
    storage: () => ({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) }),
  });
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000_000 });
  [writes, kept, isInFront] = [[], new Map(), true];
});
afterEach(() => {
  vi.useRealTimers();
});

test('a used dashboard is marked immediately, and again before a push could be sent', async () => {
  const { used } = tab();
  for (let second = 0; second < 600; second++) {
    used();
    await pass(1000);
  }
  const gaps = writes.slice(1).map((at, index) => at - (writes[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(FRONT_GAP_MS);
  expect(Math.max(...gaps)).toBeLessThan(FRONT_MS);
});

test('one use is marked once, and an hour without one costs nothing more', async () => {
  const { used } = tab();
  used();
  await pass(3600_000);
  expect(writes).toHaveLength(1);
});

test('two tabs write no more often than one, also after a reload', async () => {
  const tabs = [tab(), tab()];
  for (let second = 0; second < 120; second++) {
    for (const { used } of [...tabs, tab()]) used();
    await pass(1000);
  }
  expect(writes.length).toBeLessThanOrEqual(1 + Math.ceil(120_000 / FRONT_GAP_MS) * 2);
});

test('a hidden dashboard is never marked, not even by a mark that was due', async () => {
  const { used } = tab();
  used();
  await pass(1000);
  used();
  isInFront = false;
  used();
  await pass(FRONT_MS);
  expect(writes).toHaveLength(1);
});

test('a clock that was set back does not stop the marks', async () => {
  kept.set('foyer:front', `${Date.now() + 3600_000}`);
  tab().used();
  expect(writes).toHaveLength(1);
});
