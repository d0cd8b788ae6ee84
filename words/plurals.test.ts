import { LANGUAGES } from '@foyer/domain/language';
import { words as all } from '@foyer/words/compiled/all/dashboard';
import { describe, expect, test } from 'vitest';

/** Whole numbers in every CLDR plural category of the interface languages. */
const COUNTS = [0, 1, 2, 3, 5, 11, 22, 100, 1000];

describe.each(LANGUAGES)('plurals in %s', (language) => {
  test('differ where the forms of the language differ, and always name the number or mean it', () => {
    const { newMessages } = all[language];
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const said = COUNTS.map((count) => newMessages({ count }));
    for (const [index, text] of said.entries()) {
      const number = new Intl.NumberFormat(language).format(COUNTS[index] as number);
      expect(text.includes(number) || (COUNTS[index] as number) <= 2, text).toBe(true);
    }
    // Turkish nouns stay in the singular after a number.
    if (forms.length === 1 || language === 'tr')
      expect(new Set(said.map((text) => text.replace(/[\d.,\s\u202f\u00a0]+/g, ''))).size).toBe(1);
    else expect(newMessages({ count: 1 }).replace(/\d/g, '')).not.toBe(newMessages({ count: 5 }).replace(/\d/g, ''));
  });
});

test('Polish has three forms for 1, 2 and 5, and Arabic six for 0, 1, 2, 3, 11 and 100', () => {
  const shapes = (language: 'pl' | 'ar', counts: number[]) =>
    new Set(counts.map((count) => all[language].newMessages({ count }).replace(/[\d٠-٩]+/g, '#'))).size;
  expect(shapes('pl', [1, 2, 5])).toBe(3);
  expect(shapes('ar', [0, 1, 2, 3, 11, 100])).toBeGreaterThanOrEqual(4);
});
