import { isFromOther, MANAGER, SYSTEM, VISITOR } from '@foyer/domain/participant';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeMessages, type ThreadMessage } from './messages.ts';
import { withOlder } from './reader.ts';
import { type Known, NOTHING } from './reading.ts';
import { fullPage, someMessage } from './testing/some-message.ts';
import { withNewest } from './with-newest.ts';

const message = (id: string, createdAt: number, more?: Partial<ThreadMessage>) => someMessage(id, VISITOR, createdAt, more);
const ids = (messages: readonly ThreadMessage[]) => messages.map(({ id }) => id).join('');
const known = (...messages: ThreadMessage[]): Known => ({ messages, isWhole: false, isCopy: false });
const anyMessage = fc
  .record({ id: fc.constantFrom(...'abcdefgh'), createdAt: fc.constantFrom(1, 2, 3) })
  .map(({ id, createdAt }) => message(id, createdAt));

describe('messages merged from several responses', () => {
  test('are sorted by time, then by id, in any order of arrival', () => {
    expect(ids(mergeMessages([message('b', 2), message('z', 1)], [message('a', 2), message('c', 1)]))).toBe('czab');
  });

  test('are sorted within one millisecond if the store has fractions', () => {
    expect(ids(mergeMessages([message('a', 1000.9)], [message('b', 1000.1)]))).toBe('ba');
  });

  test('appear once each', () => {
    fc.assert(
      fc.property(fc.array(anyMessage), fc.array(anyMessage), (some, more) => {
        const merged = mergeMessages(some, more);
        expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length);
        expect(new Set(merged.map(({ id }) => id))).toEqual(new Set([...some, ...more].map(({ id }) => id)));
        expect(mergeMessages(merged, more)).toEqual(merged);
      }),
    );
  });

  test('of version 1 of the API get the kind text', () => {
    const { kind: _, ...before } = message('a', 1);
    const merged = mergeMessages([], [before as ThreadMessage, message('b', 2, { kind: 'system' })]);
    expect(merged.map(({ kind }) => kind)).toEqual(['text', 'system']);
  });

  test('end with unsent ones, even if this browser’s clock is behind', () => {
    expect(ids(mergeMessages([message('x', 1, { isPending: true })], [message('a', 5), message('b', 9)]))).toBe('abx');
  });
});

describe('the newest page', () => {
  const page = fullPage('n', VISITOR, 10_000);

  test('is added to the known messages', () => {
    const next = [...page.slice(1), message('z', 90_000)];
    expect(withNewest(known(...page), next)).toEqual({ messages: [...page, next.at(-1)], isWhole: false, isCopy: false });
  });

  test('replaces the known messages if some in between may be missing', () => {
    const later = fullPage('o', VISITOR, 99_000);
    expect(withNewest({ ...known(...page), isWhole: true }, later)).toEqual({ messages: later, isWhole: false, isCopy: false });
  });

  test('is the whole conversation and replaces nothing if it is not full', () => {
    expect(withNewest(known(message('a', 1), message('b', 2)), [message('c', 3)])).toMatchObject({ isWhole: true });
    expect(ids(withNewest(known(message('a', 1), message('b', 2)), [message('c', 3)]).messages)).toBe('abc');
  });

  test('decides alone which are pending: refused messages go, sent ones stop being pending', () => {
    const pending = [message('x', 2, { isPending: true }), message('y', 2, { isPending: true })];
    const next = withNewest(known(message('a', 1), ...pending), [message('a', 1), message('y', 3)]);
    expect(next.messages).toEqual([message('a', 1), message('y', 3)]);
  });

  test('can be the whole conversation even if it is full, and stays whole as it grows', () => {
    expect(withNewest(NOTHING, page).isWhole).toBe(false);
    const whole = withNewest(NOTHING, page, true, 50);
    expect(whole.isWhole).toBe(true);
    expect(withNewest(whole, [...page.slice(1), message('z', 90_000)]).isWhole).toBe(true);
  });

  test('from this browser’s own copy makes no claim to be whole, and the server’s replaces it', () => {
    const copy = withNewest(NOTHING, [message('a', 1), message('b', 2)], false);
    expect(copy).toMatchObject({ isWhole: false, isCopy: true });
    expect(withNewest(copy, page)).toEqual({ messages: page, isWhole: false, isCopy: false });
    expect(withNewest(known(...page), page.slice(9), false)).toMatchObject({ messages: page, isCopy: false });
  });
});

describe('an older page', () => {
  const page = fullPage('n', VISITOR, 10_000);

  test('goes before the known messages, without repeats', () => {
    const older = [...fullPage('m', VISITOR, -50_000).slice(1), ...page.slice(0, 1)];
    expect(withOlder({ messages: page }, older)).toEqual({ messages: [...older, ...page.slice(1)], isWhole: false });
  });

  test('reaches the beginning if it is not full', () => {
    expect(withOlder({ messages: page }, [message('a', 1)])).toMatchObject({ isWhole: true });
  });

  test('is the last one if it adds nothing new', () => {
    expect(withOlder({ messages: page }, page)).toEqual({ messages: page, isWhole: true });
  });
});

test('counts a system message as neither own nor the other’s', () => {
  const senders = [MANAGER, VISITOR, SYSTEM].map((sender) => ({ sender }));
  expect(senders.filter((sent) => isFromOther(sent, VISITOR))).toEqual([{ sender: MANAGER }]);
});
