import { expect, it } from 'vitest';
import { tokenAt } from './token.ts';

it.each([
  ['alone', '/', { start: 0, query: '' }],
  ['at the start of a word', 'Hello /pri', { start: 6, query: 'pri' }],
  ['at the start of a line', 'Hello\n/pri', { start: 6, query: 'pri' }],
  ['after a bracket', '(/pri', { start: 1, query: 'pri' }],
  ['in another script', 'שלום /מחי', { start: 5, query: 'מחי' }],
  ['wide, as on Japanese keyboards', '／料金', { start: 0, query: '料金' }],
  ['inside a word', 'and/or', null],
  ['in an address', 'https://example.org', null],
  ['in a path', '/etc/hosts', null],
  ['before a space', '/pri ', null],
  ['before 31 letters', `/${'x'.repeat(31)}`, null],
  ['before 30 letters', `/${'x'.repeat(30)}`, { start: 0, query: 'x'.repeat(30) }],
  ['before 30 letters, after a letter', `a/${'x'.repeat(30)}`, null],
])('a slash %s', (_, text, token) => {
  expect(tokenAt(text, text.length)).toEqual(token);
});

it('reads up to the caret', () => {
  expect(tokenAt('/prices', 3)).toEqual({ start: 0, query: 'pr' });
});
