import { normalForm } from './text.ts';

/** Letters that Unicode takes apart into nothing, as people write them on another keyboard. After NFKD, in lower case. */
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

/** A text as it is compared and searched for: lower case, compatible forms made one, without accents, letters like ł and ß as l and ss. */
export function plainLetters(text: string): string {
  const small = normalForm(text, 'NFKD').toLowerCase().replace(/\p{M}/gu, '');
  return small.replace(OTHER, (letter) => PLAIN[letter] ?? letter);
}
