import { expect, test } from 'vitest';
import { languageName } from './language-name.ts';
import { LANGUAGES, PSEUDO } from './languages.ts';

test('every language is named in itself, with a capital where its script has them', () => {
  expect(([...LANGUAGES, PSEUDO] as const).map((tag) => languageName(tag))).toEqual([
    'English',
    'Deutsch',
    'Français',
    'Español',
    'Português',
    'Italiano',
    'Nederlands',
    'Polski',
    'Türkçe',
    'العربية',
    'עברית',
    '日本語',
    'Pseudo',
  ]);
});
