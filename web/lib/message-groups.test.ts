import { expect, test } from 'vitest';
import { groupMessages } from './message-groups.ts';

const at = (hour: number, minute: number, second = 0, day = 10) => new Date(2026, 2, day, hour, minute, second).getTime();
const message = (id: string, sender: 'visitor' | 'manager', createdAt: number) => ({ id, sender, createdAt });
const shape = (messages: ReturnType<typeof message>[]) =>
  groupMessages(messages).map((group) => group.messages.map(({ id }) => id).join(''));

test('neighbours of one sender in one minute share a group', () => {
  expect(
    shape([message('a', 'visitor', at(9, 5, 1)), message('b', 'visitor', at(9, 5, 59)), message('c', 'visitor', at(9, 6, 0))]),
  ).toEqual(['ab', 'c']);
});

test('the other side begins a group, and so does the same side after it', () => {
  expect(shape([message('a', 'visitor', at(9, 5)), message('b', 'manager', at(9, 5)), message('c', 'visitor', at(9, 5))])).toEqual([
    'a',
    'b',
    'c',
  ]);
});

test('a day begins with the first message and after each midnight', () => {
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

test('no message is no group', () => {
  expect(groupMessages([])).toEqual([]);
});
