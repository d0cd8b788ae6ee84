import { describe, expect, test } from 'vitest';
import { directionOfLanguage, isLanguage, LANGUAGES, nearestLanguage, PSEUDO } from './language.ts';

describe('the nearest language', () => {
  test.each(LANGUAGES.map((language) => [language]))('is %s for itself, its regions and scripts', (language) => {
    expect(nearestLanguage([language])).toBe(language);
    expect(nearestLanguage([`${language}-001`])).toBe(language);
    expect(nearestLanguage([`${language.toUpperCase()}-Latn-US`])).toBe(language);
  });

  test.each([
    'zh',
    'zh-Hant-TW',
    'tlh',
    'x',
    '',
    '*',
    'en_US',
    '../../de',
    'de'.repeat(200),
    '\u202ede',
    '<b>',
    '__proto__',
    'a-b-c-d-e-f-g-h',
  ])('is English for %j, and never an error', (tag) => expect(nearestLanguage([tag])).toBe('en'));

  test('is the first that Foyer speaks', () => expect(nearestLanguage(['zh', 'tlh', '', 'en-GB'])).toBe('en'));
  test('is English for no tags', () => expect(nearestLanguage([])).toBe('en'));

  test('looks at twenty tags at most', () => {
    expect(nearestLanguage([...Array<string>(20).fill('zh'), PSEUDO], { hasPseudo: true })).toBe('en');
  });

  test('is the pseudo-language only where it is allowed', () => {
    expect(nearestLanguage([PSEUDO])).toBe('en');
    expect(nearestLanguage([PSEUDO], { hasPseudo: true })).toBe(PSEUDO);
  });
});

test('Arabic, Hebrew, Persian and Urdu run from right to left, others and nonsense do not', () => {
  expect(['ar', 'ar-EG', 'he', 'iw', 'fa', 'ur-PK'].map(directionOfLanguage)).toEqual(Array(6).fill('rtl'));
  expect(['en', 'ja', 'pl', '', '***', PSEUDO].map(directionOfLanguage)).toEqual(Array(6).fill('ltr'));
});

test('a language is one of the list', () =>
  expect([isLanguage('en'), isLanguage('xx'), isLanguage(undefined)]).toEqual([true, false, false]));
