import type { ManagerPush } from '@foyer/domain/manager-push';
import { expect, test, vi } from 'vitest';
import { notificationFor, outdatedBy, type Shown, unreadIn } from './notification.ts';

type MessagePush = Extract<ManagerPush, { kind: 'message' }>;

const push = (at: number, change: Partial<MessagePush> = {}): MessagePush => ({
  kind: 'message',
  conversationId: 'c1',
  title: 'Mina Okafor',
  body: `${at} unread messages`,
  at,
  unread: at,
  reply: 'Reply',
  placeholder: 'Write a reply…',
  language: 'en',
  direction: 'ltr',
  ...change,
});
const shownAs = (data: unknown): Shown => ({ data, close: vi.fn() });

test('a newer message replaces its conversation’s notification, with a sound', () => {
  const { title, options } = notificationFor(push(2), [shownAs(push(1))]);
  expect(title).toBe('Mina Okafor');
  expect(options).toMatchObject({ icon: '/images/app-192.png', badge: '/images/badge-96.png' });
  expect(options).toMatchObject({ tag: 'c1', body: '2 unread messages', renotify: true, silent: false, data: push(2) });
});

test.each([
  ['older', 1],
  ['repeated', 2],
])('an %s push shows what is there again, silently', (_, at) => {
  const { options } = notificationFor(push(at), [shownAs(push(2))]);
  expect(options).toMatchObject({ body: '2 unread messages', renotify: false, silent: true });
});

test('200 pushes of a conversation in any order end with its newest message', () => {
  for (let round = 0; round < 200; round++) {
    const order = [1, 2, 3, 4, 5, 2, 4].map((at) => ({ at, turn: Math.random() })).sort((one, other) => one.turn - other.turn);
    let shown: Shown[] = [];
    let sounds = 0;
    for (const { at } of order) {
      const { options } = notificationFor(push(at), shown);
      if (!options.silent) sounds++;
      shown = [shownAs(options.data)];
    }
    expect(shown[0]?.data).toMatchObject({ at: 5 });
    expect(sounds).toBeLessThanOrEqual(5);
  }
});

test('a read conversation withdraws what is not newer than what was read', () => {
  const [older, same, newer] = [shownAs(push(1)), shownAs(push(2)), shownAs(push(3))];
  expect(outdatedBy({ kind: 'read', conversationId: 'c1', at: 2 }, [older, same, newer])).toEqual([older, same]);
});

test('the badge counts unread messages of all conversations, and nothing of other notifications', () => {
  expect(unreadIn([shownAs(push(1)), shownAs(push(3, { conversationId: 'c2' })), shownAs({ kind: 'test' }), shownAs(null)])).toBe(4);
});
