import { firstNameOf } from '@foyer/domain/person-name';
import { expect, test } from 'vitest';
import { draftNames } from './draft-names.ts';

test('a page without a name yet reads “Write to Your name”', () => {
  expect(firstNameOf(draftNames.unnamed).normalize('NFKC')).toBe('Your name');
});
