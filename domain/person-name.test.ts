import { expect, test } from 'vitest';
import { firstNameOf, UNNAMED } from './person-name.ts';

test('a page without a name yet reads “Write to Your name”', () => {
  expect(firstNameOf(UNNAMED).normalize('NFKC')).toBe('Your name');
});
