import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MESSAGE_TERMS_MAX, NAME_TERMS_MAX, TERM_MAX, TEXT_MAX } from './limits.ts';
import { lookUpOf, nameTermsOf, searchable, termsOf } from './message-terms.ts';
import { newTextMessage } from './new-message.ts';
import { termsSchema } from './search-terms-schema.ts';
import { wordsIn } from './search-words.ts';

const terms = (text: string) => termsOf([text], MESSAGE_TERMS_MAX);

describe('the terms of a message', () => {
  test.each([
    ['Polish', 'Łódź, żółw', ['lodz', 'zolw', 'lod', 'zol']],
    ['German', 'Straße', ['strasse', 'str', 'stras']],
    ['Norwegian', 'Ørsted', ['orsted', 'ors', 'orste']],
    ['Turkish', 'İstanbul', ['istanbul', 'ist', 'istan']],
    ['Greek', 'ΟΔΥΣΣΕΎΣ', ['οδυσσευσ', 'οδυ', 'οδυσσ']],
    ['Russian', 'Ещё', ['еще']],
    ['Arabic', 'مُدَرِّسَة', ['مدرسه', 'مدر']],
    ['Persian', 'می‌خواهم', ['ميخواهم', 'ميخ', 'ميخوا']],
    ['Hebrew', 'שָׁלוֹם', ['שלום', 'שלו']],
    ['Hindi, with its vowel signs', 'किताब', ['किताब', 'कित']],
    ['Thai, with its tone marks', 'ที่นี่', ['ที', 'ี่', '่น', 'นี']],
    ['Japanese, with its voiced sounds', 'ガス', ['ガス']],
    ['Chinese', '写真家', ['写真', '真家', '写', '真', '家']],
    ['a single Chinese character', '猫', ['猫']],
    ['Korean', '안녕', ['안녕']],
    ['two scripts in a word', 'AI技術', ['ai', '技術', '技', '術']],
    ['emoji', 'Yes 👍🏽 👨‍👩‍👧 🇩🇪', ['yes', '👍', '👨', '👩', '👧', '🇩🇪']],
    ['compatible forms', 'ﬁne ＡＲＴ', ['fine', 'art', 'fin']],
    ['numbers and addresses', 'a@b.example 12.50', ['a', 'b', 'example', '12', '50', 'exa', 'examp']],
    ['nothing to find', ' — «» \u0301', []],
  ])('in %s', (_, text, expected) => expect(terms(text)).toEqual(expected));

  test('have whole words first when there are too many', () => {
    const text = Array.from({ length: 700 }, (_, index) => `w${index}x`).join(' ');
    expect(terms(text)).toEqual(Array.from({ length: 600 }, (_, index) => `w${index}x`));
  });

  test.each([
    ['one letter', 'a'],
    ['Chinese', '写真家'],
    ['Thai', 'กขคง'],
    ['families', '👨‍👩‍👧‍👦'],
    ['ligatures', '\ufdfa'],
    ['marks', 'a\u0316\u0301'],
    ['letters of two units', '𝒜'],
  ])('are bounded for 4,000 units of %s', (_, piece) => {
    const found = terms(piece.repeat(TEXT_MAX).slice(0, TEXT_MAX));
    expect(found.length).toBeGreaterThan(0);
    expect(termsSchema(MESSAGE_TERMS_MAX).safeParse(found).success).toBe(true);
  });

  test('can be stored for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const { terms: found, managerId } = searchable('ada', newTextMessage({ sender: 'manager', text }, 0));
        expect(managerId).toBe('ada');
        expect(termsSchema(MESSAGE_TERMS_MAX).safeParse(found).error).toBeUndefined();
        for (const term of found ?? []) expect(term.length).toBeLessThanOrEqual(TERM_MAX);
      }),
    );
  });

  test('are those of the whole text only up to its longest allowed length', () => {
    const { terms: found } = searchable('ada', newTextMessage({ sender: 'visitor', text: `${'a '.repeat(TEXT_MAX)}beyond` }, 0));
    expect(found).toEqual(['a']);
  });

  test('of names are at most sixty', () => {
    const name = Array.from({ length: 90 }, (_, index) => `n${index}`).join(' ');
    expect(nameTermsOf(name, null)).toHaveLength(NAME_TERMS_MAX);
    expect(nameTermsOf('Mina Okafor', 'Wedding')).toEqual(expect.arrayContaining(['mina', 'okafor', 'wedding', 'wed', 'weddi']));
    expect(nameTermsOf('', null)).toEqual([]);
  });
});

describe('the look-up of a word', () => {
  const termOf = (text: string, isOpen: boolean) => {
    const [word] = wordsIn(text);
    return word && lookUpOf(word, isOpen).term;
  };

  test.each([
    ['a whole word', 'invoice', false, 'invoice'],
    ['a beginning of seven letters', 'invoice', true, 'invoi'],
    ['a beginning of nine letters', 'invoicing', true, 'invoicin'],
    ['a beginning of three letters', 'inv', true, 'inv'],
    ['two letters', 'in', true, 'in'],
    ['a run', 'の写真家', true, '写真'],
    ['one character of a run', '写', true, '写'],
    ['a word longer than a term', 'x'.repeat(80), false, 'x'.repeat(TERM_MAX)],
  ])('of %s', (_, text, isOpen, term) => expect(termOf(text, isOpen)).toBe(term));

  test('is a term of every text with that word or its beginning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(), (text, length) => {
        const found = new Set(terms(text));
        for (const word of wordsIn(text)) {
          expect(found).toContain(lookUpOf(word, false).term);
          const part = [...word.text].slice(0, 3 + (length % 40)).join('');
          expect(found).toContain(lookUpOf({ ...word, text: part }, true).term);
        }
      }),
    );
  });

  test('prefers what looks rare', () => {
    const rarity = (text: string, isOpen = false) => {
      const [word] = wordsIn(text);
      return word ? lookUpOf(word, isOpen).rarity : 0;
    };
    expect(rarity('photographer')).toBeGreaterThan(rarity('photo'));
    expect(rarity('photo')).toBeGreaterThan(rarity('photo', true));
    expect(rarity('写真')).toBeGreaterThan(rarity('です'));
    expect(rarity('です')).toBeGreaterThan(rarity('の'));
  });
});
