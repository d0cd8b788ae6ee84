import { expect, test } from 'vitest';
import { groupMessages } from './message-groups.ts';

const at = (hour: number, minute: number, second = 0, day = 10) => new Date(2026, 2, day, hour, minute, second).getTime();
const message = (id: string, sender: 'visitor' | 'manager', createdAt: number) => ({ id, sender, createdAt });
const shape = (messages: ReturnType<typeof message>[]) =>
  groupMessages(messages).map((group) => group.messages.map(({ id }) => id).join(''));

test('groups neighbouring messages of one sender in one minute', () => {
  expect(
    shape([message('a', 'visitor', at(9, 5, 1)), message('b', 'visitor', at(9, 5, 59)), message('c', 'visitor', at(9, 6, 0))]),
  ).toEqual(['ab', 'c']);
});

test('starts a group when the sender changes, also back to the first', () => {
  expect(shape([message('a', 'visitor', at(9, 5)), message('b', 'manager', at(9, 5)), message('c', 'visitor', at(9, 5))])).toEqual([
    'a',
    'b',
    'c',
  ]);
});

test('starts a day with the first message and after each midnight', () => {
  const groups = groupMessages([
    message('a', 'visitor', at(23, 59, 59)),
    message('b', 'visitor', at(0, 0, 0, 11)),
    message('c', 'manager', at(8, 0, 0, 11)),
  ]);
  expect(groups.map(({ id, startsDay }) => [id, startsDay])).toEqual([
    ['a', true],
    ['b', true],
    ['c', false],
  ]);
});

test('makes no group without a message', () => {
  expect(groupMessages([])).toEqual([]);
});
