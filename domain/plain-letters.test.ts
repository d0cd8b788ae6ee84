import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainLetters } from './plain-letters.ts';
import { wordsOf } from './search-terms.ts';
import { toSlug } from './slug.ts';

test.each([
  ['Łukasz Ørsted', 'lukasz-orsted'],
  ['STRAẞE Straße', 'strasse-strasse'],
  ['Ægir Œuvre', 'aegir-oeuvre'],
  ['Đorđe Ðuríð Þór', 'dorde-durid-thor'],
  ['Işıl İnce', 'isil-ince'],
  ['Ħal Għaxaq', 'hal-ghaxaq'],
  ['Ǿrsted', 'orsted'],
  ['Zoë Brontë-Ångström', 'zoe-bronte-angstrom'],
  ['Nguyễn Thị Đào', 'nguyen-thi-dao'],
  ['Əliyev Ɓala', 'eliyev-bala'],
  ['ﬁne ＡＲＴ', 'fine-art'],
  ['Ŋoro Ŧest', 'ngoro-test'],
])('%s is %s in an address, and the directory finds it so', (name, slug) => {
  expect(toSlug(name)).toBe(slug);
  expect([...new Set(slug.split('-'))]).toEqual(wordsOf(name));
  expect(wordsOf(slug)).toEqual(wordsOf(name));
});

test('plain text stays unchanged, and a letter is the same in both cases', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(plainLetters(plainLetters(text))).toBe(plainLetters(text));
      expect(plainLetters(text.normalize('NFD'))).toBe(plainLetters(text.normalize('NFC')));
    }),
  );
  for (const letter of 'ßæœøłđðþħŧŋəɛɔ') expect(plainLetters(letter.toUpperCase())).toBe(plainLetters(letter));
});
