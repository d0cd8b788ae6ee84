import { MANAGER, VISITOR } from '@foyer/domain/participant';
import { describe, expect, it } from 'vitest';
import { firstAfter, firstOfLast } from './first-unread.ts';
import type { ThreadMessage } from './messages.ts';

const at = (createdAt: number, sender: typeof MANAGER | typeof VISITOR): ThreadMessage => ({
  id: `m${createdAt}`,
  kind: 'text',
  sender,
  text: 'x',
  createdAt,
});
const messages = [at(1, VISITOR), at(2.5, MANAGER), at(3, VISITOR), at(4, MANAGER), at(5, MANAGER)];

describe('first unread message', () => {
  it('is the first message of others after the read time, never an own one', () => {
    expect(firstAfter(messages, VISITOR, 2)).toBe('m4');
    expect(firstAfter(messages, VISITOR, 0)).toBe('m2.5');
    expect(firstAfter(messages, MANAGER, 1)).toBe('m3');
    expect(firstAfter(messages, VISITOR, 5)).toBeNull();
  });

  it("is found with the API's times, which have no fraction", () => {
    expect(firstAfter([at(2.5, MANAGER)], VISITOR, 2)).toBeNull();
    expect(firstAfter([at(2, MANAGER)], VISITOR, 2.5)).toBeNull();
  });

  it('is counted from the end, and is the first known message if more are unread', () => {
    expect(firstOfLast(messages, VISITOR, 2)).toBe('m4');
    expect(firstOfLast(messages, VISITOR, 9)).toBe('m2.5');
    expect(firstOfLast(messages, MANAGER, 1)).toBe('m3');
    expect(firstOfLast(messages, VISITOR, 0)).toBeNull();
    expect(firstOfLast([], VISITOR, 3)).toBeNull();
  });
});
