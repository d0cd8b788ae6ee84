import { expect, test } from 'vitest';
import { paragraphs } from './paragraphs.ts';

test('splits paragraphs at any number of blank lines, also with spaces', () => {
  expect(paragraphs('One.\n\nTwo.\n \t\n\n\nThree.')).toEqual(['One.', 'Two.', 'Three.']);
});

test('keeps a single line break inside its paragraph', () => {
  expect(paragraphs('12 Rue Sainte\nMarseille')).toEqual(['12 Rue Sainte\nMarseille']);
});

test('has no paragraphs for a text of only whitespace', () => {
  expect(paragraphs(' \n\n \n')).toEqual([]);
});
