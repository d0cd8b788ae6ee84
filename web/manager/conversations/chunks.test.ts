import { expect, it } from 'vitest';
import { chunksOf, type Wanted } from './chunks.ts';

const changes = (count: number, change: Wanted[1]): Wanted[] => Array.from({ length: count }, (_, index) => [`${index}`, change]);

it('splits changes into commits of 50, each conversation once and in order', () => {
  const wanted = changes(501, { status: 'archived' });
  const chunks = chunksOf(wanted);
  expect(chunks.map(({ length }) => length)).toEqual([...Array.from({ length: 10 }, () => 50), 1]);
  expect(chunks.flat()).toEqual(wanted);
  expect(chunksOf([])).toEqual([]);
});

it('puts 6 blocks in a commit, because the rules may look up 20 documents', () => {
  expect(chunksOf(changes(14, { isBlocked: true })).map(({ length }) => length)).toEqual([6, 6, 2]);
  expect(chunksOf(changes(12, { isBlocked: false, tray: 'inbox' })).map(({ length }) => length)).toEqual([6, 6]);
});
