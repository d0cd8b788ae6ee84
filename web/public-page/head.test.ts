import { newProfile } from '@foyer/domain/profile';
import { expect, test } from 'vitest';
import { profileHead } from './head.ts';

test('a short headline stands beside the name', () => {
  expect(profileHead(newProfile('Ada Moreau', 'Essays and books')).title).toBe('Ada Moreau · Essays and books');
});

test('a long headline leaves the title to the name', () => {
  expect(profileHead(newProfile('Ada Moreau', 'x'.repeat(140))).title).toBe('Ada Moreau');
});

test('a description is one line of at most 155 units', () => {
  const { description } = profileHead({ ...newProfile('Ada', 'Essays.'), intro: `One\n\n${'word '.repeat(55)}` });
  expect(description).toMatch(/^Essays\. One word .*…$/);
  expect(description.length).toBeLessThanOrEqual(155);
});

test('a page with only a name is described by what can be done there', () => {
  expect(profileHead(newProfile('Ada Moreau')).description).toBe('Write to Ada. No account needed.');
});
