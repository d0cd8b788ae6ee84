import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { guardLeaving, holdBack, isUnsaved, leaveAnyway, leavingTo } from './leaving.ts';

let isSaved: boolean;
let stop: () => void;
const flush = vi.fn(async () => isSaved);
const go = vi.fn();

beforeEach(() => {
  isSaved = true;
  vi.clearAllMocks();
  stop = guardLeaving({ isUnsaved: () => true, flush });
});
afterEach(() => {
  stop();
  leavingTo.value = null;
});

test('nobody is held back by a screen with nothing to lose', () => {
  stop();
  expect(isUnsaved()).toBe(false);
  expect(holdBack(go)).toBe(false);
});

test('somebody is held for as long as it takes to save, and then goes on', async () => {
  expect(holdBack(go)).toBe(true);
  expect(go).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(go).toHaveBeenCalledOnce());
  expect(leavingTo.value).toBe(null);
});

test('where it cannot be saved they are asked, and may leave all the same', async () => {
  isSaved = false;
  holdBack(go);
  await vi.waitFor(() => expect(leavingTo.value).toBe(go));
  expect(go).not.toHaveBeenCalled();
  leaveAnyway();
  expect(go).toHaveBeenCalledOnce();
  expect(isUnsaved()).toBe(false);
});

test('an answer that never comes holds nobody for ever', async () => {
  vi.useFakeTimers();
  flush.mockReturnValueOnce(new Promise(() => {}));
  holdBack(go);
  await vi.advanceTimersByTimeAsync(3100);
  expect(leavingTo.value).toBe(go);
  vi.useRealTimers();
});
