import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchTermsOf, wordsOf } from './search-terms.ts';

describe('the words of a text', () => {
  test.each([
    ['Zoë Brontë-Ångström', ['zoe', 'bronte', 'angstrom']],
    ['ﬁne ＡＲＴ № 5', ['fine', 'art', 'no', '5']],
    ['Ada, ada & ADA', ['ada']],
    ['写真家です', ['写真', '家', 'てす']],
    ['«—»  \u202e', []],
  ])('%s', (text, words) => expect(wordsOf(text)).toEqual(words.map((word) => word.normalize('NFKD'))));

  test('are the same however their letters are composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(wordsOf(text.normalize('NFD'))).toEqual(wordsOf(text.normalize('NFC')));
      }),
    );
  });
});

describe('the terms of several texts', () => {
  test('are first all words, then their beginnings', () => {
    expect(searchTermsOf(['Ada Moreau', 'Essays'], 60)).toEqual([
      'ada',
      'moreau',
      'essays',
      'ad',
      'mo',
      'mor',
      'more',
      'morea',
      'es',
      'ess',
      'essa',
      'essay',
    ]);
  });

  test('are limited for any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 400 }), { maxLength: 10 }), (texts) => {
        const terms = searchTermsOf(texts, 60);
        expect(terms.length).toBeLessThanOrEqual(60);
        expect(new Set(terms).size).toBe(terms.length);
        for (const term of terms) expect(term.isWellFormed() || !texts.join('').isWellFormed()).toBe(true);
      }),
    );
  });
});
