/** What stands on each line, empty lines left out. */
export const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** What stands between spaces and line breaks. */
export const words = (text: string): string[] => text.trim().split(/\s+/);

/** Every character from one code point to another. */
export const range = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
