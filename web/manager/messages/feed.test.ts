import { Timestamp } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { mergeFeed, type ThreadMessage, toMessage, withNewest } from './feed.ts';

const message = (id: string, second: number, delivery: ThreadMessage['delivery'] = 'sent'): ThreadMessage => ({
  id,
  sender: 'visitor',
  text: id,
  createdAt: second * 1000,
  delivery,
  place: { at: new Timestamp(second, 0), id },
});
const ids = (messages: readonly ThreadMessage[]) => messages.map(({ id }) => id).join('');

describe('the messages of a conversation', () => {
  it('stand in the order of the server, then of their ids', () => {
    expect(ids(mergeFeed([message('c', 2), message('b', 2)], [message('a', 3), message('d', 1)]))).toBe('dbca');
  });

  it('are told apart within one millisecond', () => {
    const later = { ...message('a', 1), place: { at: new Timestamp(1, 900), id: 'a' } };
    expect(ids(mergeFeed([later], [message('b', 1)]))).toBe('ba');
  });

  it('end with what is being sent, whatever this browser’s clock says', () => {
    expect(ids(mergeFeed([message('x', 1, 'sending')], [message('a', 5), message('b', 9)]))).toBe('abx');
  });

  it('stay when newer ones push them out of the newest page', () => {
    const known = [message('a', 1), message('b', 2)];
    expect(ids(withNewest(known, [message('b', 2), message('c', 3)], 2))).toBe('abc');
  });

  it('let go of a refused one, and of the waiting form of one that was sent', () => {
    const known = [message('a', 1), message('x', 2, 'sending'), message('y', 2, 'sending')];
    expect(ids(withNewest(known, [message('a', 1), message('y', 3)], 50))).toBe('ay');
  });

  it('leave no gap after a long absence: what is not connected is let go', () => {
    expect(ids(withNewest([message('a', 1), message('b', 2)], [message('x', 80), message('y', 81)], 2))).toBe('xy');
  });
});

it('counts as being sent while its time or its arrival is open', () => {
  const data = { sender: 'manager' as const, text: 'Yes', createdAt: new Timestamp(7, 0) };
  expect(toMessage({ id: 'm', data, isPending: true, isTimePending: true }).delivery).toBe('sending');
  expect(toMessage({ id: 'm', data, isPending: false, isTimePending: false })).toMatchObject({ delivery: 'sent', createdAt: 7000 });
});
