import { normalForm } from './text.ts';

/** Letters without a Unicode decomposition, as people type them on other keyboards. After NFKD, in lower case. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'ng',
  ĸ: 'k',
  ı: 'i',
  ȷ: 'j',
  ƒ: 'f',
  ƙ: 'k',
  ƴ: 'y',
  ǥ: 'g',
  ɓ: 'b',
  ɖ: 'd',
  ɗ: 'd',
  ə: 'e',
  ǝ: 'e',
  ɛ: 'e',
  ɔ: 'o',
  ɨ: 'i',
  ʉ: 'u',
};
const OTHER = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/** Normalises a text for comparison and search: lower case, compatible forms unified, without accents, ł and ß as l and ss. */
export function plainLetters(text: string): string {
  return withoutForeign(normalForm(text, 'NFKD').toLowerCase().replace(/\p{M}/gu, ''));
}

/** Replaces the letters without a decomposition in a text of small letters in NFKD: ł by l, ß by ss. */
export function withoutForeign(text: string): string {
  return text.replace(OTHER, (letter) => PLAIN[letter] ?? letter);
}
