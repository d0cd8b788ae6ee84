import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Activity, AWAY_MS, followActivity } from './activity.ts';

let page: EventTarget & { visibilityState: string };
let activity: Activity;
let used: number;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', new EventTarget());
  used = 0;
  activity = followActivity(() => used++);
});
afterEach(() => {
  activity.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const isActive = () => activity.isActive.value;
const press = () => window.dispatchEvent(new Event('keydown'));

test('a dashboard that was just opened is used, and no longer after five minutes without a sign', () => {
  expect([isActive(), used]).toEqual([true, 1]);
  vi.advanceTimersByTime(AWAY_MS - 1);
  expect(isActive()).toBe(true);
  vi.advanceTimersByTime(1);
  expect(isActive()).toBe(false);
});

test('each sign begins the five minutes again, and a later one brings the manager back', () => {
  for (let minute = 0; minute < 30; minute++) {
    vi.advanceTimersByTime(60_000);
    press();
    expect(isActive()).toBe(true);
  }
  vi.advanceTimersByTime(AWAY_MS);
  expect(isActive()).toBe(false);
  press();
  expect(isActive()).toBe(true);
});

test('a hidden tab is not used, and coming back to it is a sign', () => {
  page.visibilityState = 'hidden';
  press();
  expect(used).toBe(1);
  vi.advanceTimersByTime(AWAY_MS);
  expect(isActive()).toBe(false);
  page.visibilityState = 'visible';
  page.dispatchEvent(new Event('visibilitychange'));
  expect([isActive(), used]).toEqual([true, 2]);
});
