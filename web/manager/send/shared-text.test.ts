import { TEXT_MAX } from '@foyer/domain/limits';
import { expect, test } from 'vitest';
import { sharedText } from './shared-text.ts';

const shared = (given: Record<string, string>) => sharedText(`?${new URLSearchParams(given)}`);

test.each([
  [{ title: 'A book', text: 'Read this', url: 'https://example.com/' }, 'A book\nRead this\nhttps://example.com/'],
  [{ text: 'Read this https://example.com/', url: 'https://example.com/' }, 'Read this https://example.com/'],
  [{ title: 'https://example.com/', text: 'https://example.com/' }, 'https://example.com/'],
  [{ title: 'A book', text: '', url: ' ' }, 'A book'],
  [{}, ''],
  [{ other: 'x' }, ''],
])('%j becomes one text', (given, text) => {
  expect(shared(given)).toBe(text);
});

test('a text that is too long is cut to what a message can hold', () => {
  expect(shared({ text: 'x'.repeat(TEXT_MAX + 1) })).toHaveLength(TEXT_MAX);
});
