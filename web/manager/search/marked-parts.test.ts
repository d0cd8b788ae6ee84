import { expect, it } from 'vitest';
import { markedParts } from './marked-parts.ts';

/** Marked parts in brackets. */
const drawn = (passage: string, ...marks: [number, number][]) =>
  markedParts(passage, marks)
    .map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
    .join('|');

it('splits a passage at its marks', () => {
  expect(drawn('The invoice of May', [4, 11])).toBe('The |[invoice]| of May');
  expect(drawn('invoice', [0, 7])).toBe('[invoice]');
  expect(drawn('no marks')).toBe('no marks');
  expect(drawn('موعد الغد', [5, 9])).toBe('موعد |[الغد]');
});

it('accepts marks in any order, overlapping, empty and beyond the end', () => {
  expect(drawn('abcdef', [4, 5], [0, 2])).toBe('[ab]|cd|[e]|f');
  expect(drawn('abcdef', [1, 4], [2, 5])).toBe('a|[bcd]|[e]|f');
  expect(drawn('abcdef', [2, 2])).toBe('ab|cdef');
  expect(drawn('abcdef', [4, 90], [95, 99])).toBe('abcd|[ef]');
  expect(drawn('', [0, 3])).toBe('');
});

it('loses nothing of the passage', () => {
  const passage = 'One two three four';
  const parts = markedParts(passage, [
    [8, 3],
    [0, 3],
    [2, 9],
  ]);
  expect(parts.map(({ text }) => text).join('')).toBe(passage);
});
