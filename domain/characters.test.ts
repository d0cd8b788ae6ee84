import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { beginningOf, charactersOf, firstCharacter } from './characters.ts';
import { PREVIEW_MAX } from './limits.ts';
import { initialLetterOf, initialOf } from './person-name.ts';
import { previewOf } from './preview.ts';

const CHARACTERS = [
  'a',
  ' ',
  '🇩🇪',
  '👨‍👩‍👧‍👦',
  '👩🏽‍🚀',
  '1️⃣',
  'e\u0301',
  'g\u0308\u0331',
  'क्ष',
  'नि',
  '각',
  '\u1112\u1161\u11ab',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'กำ',
  '\r\n',
  '❤️‍🔥',
  'שָ',
  '𝒲',
];
const texts = fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 200 }).map((parts) => parts.join(''));

afterEach(() => vi.unstubAllGlobals());

describe('a shortened text', () => {
  test('ends between two characters and has the greatest possible length', () => {
    fc.assert(
      fc.property(texts, fc.nat(300), (text, max) => {
        const beginning = beginningOf(text, max);
        const whole = charactersOf(text);
        const kept = charactersOf(beginning).length;
        expect(beginning).toBe(whole.slice(0, kept).join(''));
        expect(beginning.length).toBeLessThanOrEqual(max);
        expect(whole.slice(0, kept + 1).join('').length > max || beginning === text).toBe(true);
      }),
    );
  });

  test('previewed is the beginning of the line with an ellipsis', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const line = text.replace(/\s+/g, ' ').trim();
        const preview = previewOf(text, PREVIEW_MAX);
        expect(preview.length).toBeLessThanOrEqual(PREVIEW_MAX);
        if (preview === line) return;
        const shown = charactersOf(preview.slice(0, -1));
        expect(charactersOf(line).slice(0, shown.length)).toEqual(shown);
        expect(preview.endsWith('…')).toBe(true);
      }),
    );
  });

  test.each([
    [137, '🇩🇪'],
    [138, '👨‍👩‍👧‍👦'],
    [136, '1️⃣'],
    [138, 'e\u0301'],
    [139, '👩🏽‍🚀'],
  ])('cut after %i letters has no part of %s', (count, character) => {
    const preview = previewOf('x'.repeat(count) + character.repeat(3), PREVIEW_MAX);
    expect(preview.replace(/^x+/, '').replace('…', '').replaceAll(character, '')).toBe('');
  });

  test('of one endless character is an ellipsis', () => expect(previewOf(`a${'\u200d'.repeat(500)}`, 140)).toBe('…'));

  test('ends between code points in browsers without Intl.Segmenter', () => {
    vi.stubGlobal('Intl', {});
    expect(beginningOf('😀😀😀', 3)).toBe('😀');
    expect(firstCharacter('😀a')).toBe('😀');
  });
});

describe('a person without a portrait', () => {
  test.each([
    ['ada Moreau', 'A', 'A'],
    ['🇩🇪 Ada', '🇩🇪', 'A'],
    ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦', ''],
    ['g\u0308ita', 'G\u0308', 'G\u0308'],
    ['निशा', 'नि', 'नि'],
    ['ßen', 'S', 'S'],
    ['ﬁn', 'F', 'F'],
    ['„Ada“', '„', 'A'],
    ['', '', ''],
    [`a${'\u200d'.repeat(100)}`, 'A', 'A'],
  ])('%s has the initial %s, and %s if only letters can be drawn', (name, initial, letter) => {
    expect(initialOf(name)).toBe(initial);
    expect(initialLetterOf(name).replace(/\u200d/g, '')).toBe(letter);
  });
});
