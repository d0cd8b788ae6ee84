import { expect, test } from 'vitest';
import { languageFor } from './chosen-language.ts';

test.each([
  ['en', 'en', 'en'],
  ['en-GB', 'en', 'en'],
  ['xx', 'en', 'en'],
  ['not a language', 'en', 'en'],
  ['x'.repeat(10_000), 'en', 'en'],
  // Only the emulators offer it.
  ['en-XA', 'en', 'en'],
])('who chose "%s" on a page in %s gets %s', (chosen, page, tag) => {
  expect(languageFor(chosen, page)).toBe(tag);
});
