import { beginningOf } from './characters.ts';

/** The first `max` UTF-16 units on one line, never splitting a character, with an ellipsis if something was omitted. */
export function previewOf(text: string, max: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= max ? line : `${beginningOf(line, max - 1).trimEnd()}…`;
}
