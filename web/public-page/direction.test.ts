import { expect, test } from 'vitest';
import { directionOf } from './direction.ts';

test.each(['ليلى حداد', 'רות כהן', '“ليلى” Layla'])('%s runs from the right', (name) => {
  expect(directionOf(name)).toBe('rtl');
});

test.each(['Ada Moreau', 'Ada (ادا)', '村上 春樹', '42'])('%s runs from the left', (name) => {
  expect(directionOf(name)).toBe('ltr');
});
