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

test('lets the manager leave a screen without unsaved changes', () => {
  stop();
  expect(isUnsaved()).toBe(false);
  expect(holdBack(go)).toBe(false);
});

test('delays leaving until the changes are saved', async () => {
  expect(holdBack(go)).toBe(true);
  expect(go).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(go).toHaveBeenCalledOnce());
  expect(leavingTo.value).toBe(null);
});

test('asks the manager if saving fails, and lets them leave anyway', async () => {
  isSaved = false;
  holdBack(go);
  await vi.waitFor(() => expect(leavingTo.value).toBe(go));
  expect(go).not.toHaveBeenCalled();
  leaveAnyway();
  expect(go).toHaveBeenCalledOnce();
  expect(isUnsaved()).toBe(false);
});

test('asks the manager if saving never finishes', async () => {
  vi.useFakeTimers();
  flush.mockReturnValueOnce(new Promise(() => {}));
  holdBack(go);
  await vi.advanceTimersByTimeAsync(3100);
  expect(leavingTo.value).toBe(go);
  vi.useRealTimers();
});
