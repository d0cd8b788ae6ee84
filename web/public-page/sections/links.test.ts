import { expect, test } from 'vitest';
import { placeOf } from './links.tsx';

test.each([
  ['https://www.example.org/essays?page=2#top', 'example.org'],
  ['https://example.com', 'example.com'],
  ['mailto:ada@example.org?subject=Hello', 'ada@example.org'],
])('a visitor sees that %s leads to %s', (url, place) => {
  expect(placeOf(url)).toBe(place);
});
