/** Letters of the scripts that run from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko, Adlam. */
const FROM_RIGHT = /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}]/u;

/** Which way a text runs, by its first letter. A page is laid out in the direction of its manager's name. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  return FROM_RIGHT.test(text.match(/\p{L}/u)?.[0] ?? '') ? 'rtl' : 'ltr';
}
