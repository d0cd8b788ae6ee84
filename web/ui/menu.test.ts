import { expect, it } from 'vitest';
import { nextIndex } from './menu.tsx';

it('moves through a menu with the arrows, wraps around, and ignores other keys', () => {
  expect(['ArrowDown', 'ArrowUp', 'Home', 'End'].map((key) => nextIndex(key, 1, 4))).toEqual([2, 0, 0, 3]);
  expect(nextIndex('ArrowDown', 3, 4)).toBe(0);
  expect(nextIndex('ArrowUp', 0, 4)).toBe(3);
  expect(nextIndex('ArrowUp', -1, 4)).toBe(3);
  expect(nextIndex('ArrowDown', -1, 4)).toBe(0);
  expect(nextIndex('b', 1, 4)).toBeNull();
});
