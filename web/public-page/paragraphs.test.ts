import { expect, test } from 'vitest';
import { paragraphs } from './paragraphs.ts';

test('empty lines part paragraphs, however many and whatever spaces they hold', () => {
  expect(paragraphs('One.\n\nTwo.\n \t\n\n\nThree.')).toEqual(['One.', 'Two.', 'Three.']);
});

test('a single line end stays inside its paragraph', () => {
  expect(paragraphs('12 Rue Sainte\nMarseille')).toEqual(['12 Rue Sainte\nMarseille']);
});

test('a text of nothing but space has no paragraphs', () => {
  expect(paragraphs(' \n\n \n')).toEqual([]);
});
