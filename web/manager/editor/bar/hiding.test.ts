import { expect, it } from 'vitest';
import { createHiding } from './hiding.ts';

const through = (...places: number[]) => places.map(createHiding(96));

it('hides on scrolling down, and comes back on scrolling up', () => {
  expect(through(0, 50, 120, 300, 280, 278, 260, 400)).toEqual([false, false, true, true, true, true, false, true]);
});

it('stays while a finger rests, and shows at the top', () => {
  expect(through(200, 190, 205, 195)).toEqual([true, true, true, true]);
  expect(through(200, 96, 0)).toEqual([true, false, false]);
});
