import { expect, test } from 'vitest';
import { directionOf } from './direction.ts';

test.each(['ليلى حداد', 'רות כהן', '“ليلى” Layla'])('%s runs from right to left', (name) => {
  expect(directionOf(name)).toBe('rtl');
});

test.each(['Ada Moreau', 'Ada (ادا)', '村上 春樹', '42'])('%s runs from left to right', (name) => {
  expect(directionOf(name)).toBe('ltr');
});
