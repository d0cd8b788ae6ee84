import { MANAGER, VISITOR } from '@foyer/domain/participant';
import { describe, expect, test } from 'vitest';
import { deliveryOf, shownMessages } from './delivery.ts';
import { someMessage } from './testing/some-message.ts';

const sent = someMessage('a', VISITOR, 5);

describe('delivery state of an own message', () => {
  test.each([
    [someMessage('a', VISITOR, 5, { isPending: true }), 0, false, 'sending'],
    [someMessage('a', VISITOR, 5, { isPending: true }), 9, true, 'waiting'],
    [sent, 4, false, 'sent'],
    [sent, 4, true, 'sent'],
    [sent, 5, false, 'seen'],
    [{ ...sent, isPending: true, fault: 'refused' }, 9, false, 'failed'],
  ] as const)('%j, read until %i, sending paused: %s, is %s', (message, readAt, isPaused, delivery) => {
    expect(deliveryOf(message, readAt, isPaused)).toBe(delivery);
  });
});

describe('shown messages', () => {
  test('list unsent messages last and once, even if this clock is behind', () => {
    const outgoing = [
      { messageId: 'a', text: 'a', at: 1 },
      { messageId: 'b', text: 'b', at: 2 },
    ];
    const shown = shownMessages([sent, someMessage('m', MANAGER, 9)], outgoing, VISITOR);
    expect(shown.map(({ id, createdAt, isPending = false }) => [id, createdAt, isPending])).toEqual([
      ['a', 5, false],
      ['m', 9, false],
      ['b', 9, true],
    ]);
  });

  test('include a failed message with its reason, the field to change and the retry time', () => {
    const outgoing = [{ messageId: 'b', text: 'Yes.', at: 2, fault: 'too long', wrong: 'text', againAt: 7 }];
    expect(shownMessages([], outgoing, MANAGER)).toEqual([
      { id: 'b', kind: 'text', sender: MANAGER, text: 'Yes.', createdAt: 2, isPending: true, fault: 'too long', wrong: 'text', againAt: 7 },
    ]);
  });
});
