import { beforeEach, expect, it, vi } from 'vitest';
import { forgetRecentChoices, RECENT_CHOICES } from '../workspace/recent-choices.ts';
import { keepRecent, readRecent } from './recent.ts';

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

it('keeps the last five choices, newest first and each once', () => {
  for (const id of ['a', 'b', 'c', 'a', 'd', 'e', 'f']) keepRecent(id);
  expect(readRecent()).toEqual(['f', 'e', 'd', 'a', 'c']);
});

it('forgets them with the sign-out', () => {
  keepRecent('conversation:1');
  forgetRecentChoices();
  expect([readRecent(), kept.size]).toEqual([[], 0]);
});

it.each(['', 'null', '{', '{"a":1}', '[1,null,"a"]'])('reads %j without failing', (stored) => {
  kept.set(RECENT_CHOICES, stored);
  expect(readRecent()).toEqual(stored.includes('"a"]') ? ['a'] : []);
});

it('works without storage', () => {
  vi.stubGlobal('localStorage', undefined);
  keepRecent('a');
  expect(readRecent()).toEqual([]);
  forgetRecentChoices();
});
