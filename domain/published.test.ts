import { expect, test } from 'vitest';
import { isPublished } from './published.ts';

test.each([
  ['was claimed and never published', { publishedAt: null }, false],
  ['was published', { publishedAt: 'a time' }, true],
  ['was stored before that was known', {}, true],
])('a page that %s: %o', (_, manager, expected) => expect(isPublished(manager)).toBe(expected));
