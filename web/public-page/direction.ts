/** Letters of the scripts that run from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko, Adlam. */
const FROM_RIGHT = /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}]/u;

/** A text's direction, by its first letter. For texts in an unknown language; a page's layout follows its language. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  return FROM_RIGHT.test(text.match(/\p{L}/u)?.[0] ?? '') ? 'rtl' : 'ltr';
}
