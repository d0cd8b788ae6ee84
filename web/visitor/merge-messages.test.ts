import type { Message } from '@foyer/domain/message';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeMessages, mergeNewest } from './merge-messages.ts';

const message = (id: string, createdAt: number): Message => ({ id, sender: 'visitor', text: id, createdAt });
const ids = (messages: readonly Message[]) => messages.map(({ id }) => id).join('');
const someMessage = fc
  .record({ id: fc.constantFrom(...'abcdefgh'), createdAt: fc.constantFrom(1, 2, 3) })
  .map(({ id, createdAt }) => message(id, createdAt));

describe('messages from several answers', () => {
  test('are in order of the time, then of the id, whatever order they came in', () => {
    expect(ids(mergeMessages([message('b', 2), message('z', 1)], [message('a', 2), message('c', 1)]))).toBe('czab');
  });

  test('are each there once', () => {
    fc.assert(
      fc.property(fc.array(someMessage), fc.array(someMessage), (known, more) => {
        const merged = mergeMessages(known, more);
        expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length);
        expect(new Set(merged.map(({ id }) => id))).toEqual(new Set([...known, ...more].map(({ id }) => id)));
        expect(mergeMessages(merged, more)).toEqual(merged);
      }),
    );
  });
});

describe('the newest page', () => {
  const known = [message('a', 1), message('b', 2)];

  test('is added to what is known', () => {
    expect(ids(mergeNewest(known, [message('b', 2), message('c', 3)], 2))).toBe('abc');
  });

  test('replaces what is known when messages between may be missing', () => {
    expect(ids(mergeNewest(known, [message('d', 4), message('e', 5)], 2))).toBe('de');
  });

  test('that is not full is the whole conversation and replaces nothing', () => {
    expect(ids(mergeNewest(known, [message('c', 3)], 2))).toBe('abc');
  });
});
