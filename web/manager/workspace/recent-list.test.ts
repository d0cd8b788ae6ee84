import { beforeEach, expect, it, vi } from 'vitest';
import { forgetRecentChoices, RECENT_SEARCHES } from './recent-choices.ts';
import { recentList } from './recent-list.ts';

const kept = new Map<string, string>();
const list = recentList(RECENT_SEARCHES, 8);

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

it('keeps the last eight, newest first and each once', () => {
  for (const text of 'abcdefghia') list.keep(text);
  expect(list.read().join('')).toBe('aihgfedc');
});

it('removes one, and all with no trace in the storage', () => {
  for (const text of ['a', 'b', 'c']) list.keep(text);
  list.remove('b');
  expect(list.read()).toEqual(['c', 'a']);
  list.clear();
  expect(kept.size).toBe(0);
  list.keep('a');
  list.remove('a');
  expect(kept.size).toBe(0);
});

it('is forgotten with the sign-out', () => {
  list.keep('a');
  forgetRecentChoices();
  expect([list.read(), kept.size]).toEqual([[], 0]);
});

it.each(['', 'null', '{', '{"a":1}', '[1,null,"a"]'])('reads %j without failing', (stored) => {
  kept.set(RECENT_SEARCHES, stored);
  expect(list.read()).toEqual(stored.includes('"a"]') ? ['a'] : []);
});

it('works without storage', () => {
  vi.stubGlobal('localStorage', undefined);
  list.keep('a');
  list.remove('a');
  list.clear();
  expect(list.read()).toEqual([]);
});
