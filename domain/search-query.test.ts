import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SEARCH_MAX } from './limits.ts';
import { hasFilters, isEmptySearch, parseSearch } from './search-query.ts';

/** Words of each need; `*` after one that may be a beginning. */
function needsOf(typed: string): string[] {
  return parseSearch(typed).needs.map(({ words, isOpen }) => words.map(({ text }) => text).join(' ') + (isOpen ? '*' : ''));
}

test.each([
  ['invoice march', ['invoice', 'march*']],
  ['"last invoice" march', ['last invoice', 'march*']],
  ['march "last invoice"', ['march*', 'last invoice']],
  ['“last invoice”', ['last invoice']],
  ['"not closed at all', ['not closed at all']],
  ['one" two" three', ['one', 'two', 'three*']],
  ['don’t 12:30', ['don t', '12 30*']],
  ['Łódź STRASSE', ['lodz', 'strasse*']],
  ['AI技術', ['ai 技術*']],
  ['🎉', ['🎉*']],
  ['" " "" — ', []],
  ['שלום עולם', ['שלום', 'עולם*']],
  ['is:lost in:space before:2026-02-30 after:soon', ['is lost', 'in space', 'before 2026 02 30', 'after soon*']],
  ['size:large from: label:""', ['size large', 'from', 'label*']],
])('%s are the words %j', (typed, expected) => expect(needsOf(typed)).toEqual(expected));

test('filters have values, which may be quoted, in any letters', () => {
  const query = parseSearch(
    'FROM:"Mina Okafor" label:clients label:"Big clients" is:Unread in:archive before:2026-03-01 after:2026-01-31 hi',
  );
  expect(query.from.map(({ words, isOpen }) => [words[0]?.text, isOpen])).toEqual([
    ['mina', false],
    ['okafor', true],
  ]);
  expect(query).toMatchObject({
    labels: ['clients', 'Big clients'],
    is: ['unread'],
    in: ['archive'],
    before: '2026-03-01',
    after: '2026-01-31',
  });
  expect(query.needs).toHaveLength(1);
});

test('of several days, the narrowest count', () => {
  expect(parseSearch('after:2026-01-01 after:2026-02-01 before:2026-05-01 before:2026-04-01')).toMatchObject({
    after: '2026-02-01',
    before: '2026-04-01',
  });
});

test('a quoted value that is not closed goes to the end', () => {
  expect(parseSearch('label:"Big clients and more').labels).toEqual(['Big clients and more']);
});

test('knows an empty query from one with filters', () => {
  expect(isEmptySearch(parseSearch('?!'))).toBe(true);
  expect(isEmptySearch(parseSearch('is:unread'))).toBe(false);
  expect(hasFilters(parseSearch('unread'))).toBe(false);
  expect(hasFilters(parseSearch('after:2026-01-01'))).toBe(true);
});

test('reads any text, and never more filters than a few', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: SEARCH_MAX }), (typed) => {
      const { needs } = parseSearch(typed);
      for (const { words } of needs) expect(words.length).toBeGreaterThan(0);
    }),
  );
  const many = parseSearch(`${'label:a '.repeat(60)}from:"a b c d e f g h i j k l"`);
  expect(many.labels).toHaveLength(5);
  expect(many.from).toEqual([]);
  expect(many.needs.length).toBeGreaterThan(50);
});
