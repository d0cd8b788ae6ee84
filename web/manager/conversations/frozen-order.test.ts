import { Timestamp } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { countNew, inFrozenOrder, type OrderedRow, orderOf, withLoaded } from './frozen-order.ts';

const row = (id: string, second: number, messageId = `${id}1`, unread = 0): OrderedRow => ({
  id,
  place: { at: new Timestamp(second, 0), id },
  isPlacePending: false,
  lastMessage: { id: messageId },
  unread,
});
const ids = (rows: readonly OrderedRow[]) => rows.map(({ id }) => id).join('');

const before = [row('c', 30), row('b', 20), row('a', 10)];
const order = orderOf(before);

describe('a frozen list', () => {
  it('keeps its rows in place when a message arrives in one of them', () => {
    const live = [row('a', 40, 'a2', 1), row('c', 30), row('b', 20)];
    expect(ids(inFrozenOrder(live, order))).toBe('cba');
    expect(countNew(live, order, inFrozenOrder(live, order), null)).toBe(1);
    expect(countNew(live, order, inFrozenOrder(live, order), 'a')).toBe(0);
  });

  it('hides new conversations, and counts them', () => {
    const live = [row('d', 40), ...before];
    expect(ids(inFrozenOrder(live, order))).toBe('cba');
    expect(countNew(live, order, inFrozenOrder(live, order), null)).toBe(1);
  });

  it('does not count an own reply', () => {
    const live = [row('a', 40, 'a2'), row('c', 30), row('b', 20)];
    expect(countNew(live, order, inFrozenOrder(live, order), null)).toBe(0);
  });

  it('puts a row that left and returned in its old place', () => {
    expect(ids(inFrozenOrder([row('c', 30), row('a', 10)], order))).toBe('ca');
    expect(ids(inFrozenOrder(before, order))).toBe('cba');
  });

  it('appends loaded rows, and keeps their order too', () => {
    const loaded = [...before, row('9', 9), row('8', 8)];
    const longer = withLoaded(order, inFrozenOrder(loaded, order));
    expect(ids(inFrozenOrder(loaded, longer))).toBe('cba98');
    const live = [row('8', 50, '82', 1), ...before, row('9', 9)];
    expect(ids(inFrozenOrder(live, longer))).toBe('cba98');
    expect(withLoaded(longer, inFrozenOrder(loaded, longer))).toBe(longer);
  });
});
