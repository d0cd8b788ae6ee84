import { isFromOther, MANAGER, SYSTEM, VISITOR } from '@foyer/domain/participant';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Known, mergeMessages, NOTHING, type ThreadMessage, withNewest } from './messages.ts';
import { withOlder } from './reader.ts';
import { fullPage, someMessage } from './testing/some-message.ts';

const message = (id: string, createdAt: number, more?: Partial<ThreadMessage>) => someMessage(id, VISITOR, createdAt, more);
const ids = (messages: readonly ThreadMessage[]) => messages.map(({ id }) => id).join('');
const known = (...messages: ThreadMessage[]): Known => ({ messages, isWhole: false, isCopy: false });
const anyMessage = fc
  .record({ id: fc.constantFrom(...'abcdefgh'), createdAt: fc.constantFrom(1, 2, 3) })
  .map(({ id, createdAt }) => message(id, createdAt));

describe('messages from several answers', () => {
  test('are in order of the time, then of the id, whatever order they came in', () => {
    expect(ids(mergeMessages([message('b', 2), message('z', 1)], [message('a', 2), message('c', 1)]))).toBe('czab');
  });

  test('are ordered within one millisecond where the store knows more', () => {
    expect(ids(mergeMessages([message('a', 1000.9)], [message('b', 1000.1)]))).toBe('ba');
  });

  test('are each there once', () => {
    fc.assert(
      fc.property(fc.array(anyMessage), fc.array(anyMessage), (some, more) => {
        const merged = mergeMessages(some, more);
        expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length);
        expect(new Set(merged.map(({ id }) => id))).toEqual(new Set([...some, ...more].map(({ id }) => id)));
        expect(mergeMessages(merged, more)).toEqual(merged);
      }),
    );
  });

  test('of the API of version 1 are texts', () => {
    const { kind: _, ...before } = message('a', 1);
    const merged = mergeMessages([], [before as ThreadMessage, message('b', 2, { kind: 'system' })]);
    expect(merged.map(({ kind }) => kind)).toEqual(['text', 'system']);
  });

  test('end with what is being sent, whatever this browser’s clock says', () => {
    expect(ids(mergeMessages([message('x', 1, { isPending: true })], [message('a', 5), message('b', 9)]))).toBe('abx');
  });
});

describe('the newest page', () => {
  const page = fullPage('n', VISITOR, 10_000);

  test('is added to what is known', () => {
    const next = [...page.slice(1), message('z', 90_000)];
    expect(withNewest(known(...page), next)).toEqual({ messages: [...page, next.at(-1)], isWhole: false, isCopy: false });
  });

  test('replaces what is known when messages between may be missing', () => {
    const later = fullPage('o', VISITOR, 99_000);
    expect(withNewest({ ...known(...page), isWhole: true }, later)).toEqual({ messages: later, isWhole: false, isCopy: false });
  });

  test('that is not full is the whole conversation and replaces nothing', () => {
    expect(withNewest(known(message('a', 1), message('b', 2)), [message('c', 3)])).toMatchObject({ isWhole: true });
    expect(ids(withNewest(known(message('a', 1), message('b', 2)), [message('c', 3)]).messages)).toBe('abc');
  });

  test('says alone what is on its way: a refused message leaves, and one that was sent loses its waiting form', () => {
    const pending = [message('x', 2, { isPending: true }), message('y', 2, { isPending: true })];
    const next = withNewest(known(message('a', 1), ...pending), [message('a', 1), message('y', 3)]);
    expect(next.messages).toEqual([message('a', 1), message('y', 3)]);
  });

  test('that is full may be the whole conversation, and then it grows whole', () => {
    expect(withNewest(NOTHING, page).isWhole).toBe(false);
    const whole = withNewest(NOTHING, page, true, 50);
    expect(whole.isWhole).toBe(true);
    expect(withNewest(whole, [...page.slice(1), message('z', 90_000)]).isWhole).toBe(true);
  });

  test('of this browser’s own copy says nothing about what is missing, and gives way to the server’s', () => {
    const copy = withNewest(NOTHING, [message('a', 1), message('b', 2)], false);
    expect(copy).toMatchObject({ isWhole: false, isCopy: true });
    expect(withNewest(copy, page)).toEqual({ messages: page, isWhole: false, isCopy: false });
    expect(withNewest(known(...page), page.slice(9), false)).toMatchObject({ messages: page, isCopy: false });
  });
});

describe('an older page', () => {
  const page = fullPage('n', VISITOR, 10_000);

  test('goes before what is known, and repeats nothing of it', () => {
    const older = [...fullPage('m', VISITOR, -50_000).slice(1), ...page.slice(0, 1)];
    expect(withOlder({ messages: page }, older)).toEqual({ messages: [...older, ...page.slice(1)], isWhole: false });
  });

  test('that is not full reaches the beginning', () => {
    expect(withOlder({ messages: page }, [message('a', 1)])).toMatchObject({ isWhole: true });
  });

  test('that brings nothing new is the last one', () => {
    expect(withOlder({ messages: page }, page)).toEqual({ messages: page, isWhole: true });
  });
});

test('a line that the server adds is neither one’s own nor theirs', () => {
  const senders = [MANAGER, VISITOR, SYSTEM].map((sender) => ({ sender }));
  expect(senders.filter((sent) => isFromOther(sent, VISITOR))).toEqual([{ sender: MANAGER }]);
});
