export const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

export const words = (text: string): string[] => text.trim().split(/\s+/);

export const range = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
