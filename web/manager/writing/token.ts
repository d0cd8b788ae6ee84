/** A slash and what was typed after it, up to the caret. */
export interface Token {
  start: number;
  query: string;
}

/** Longer than this is no search for a title. In UTF-16 units. */
const QUERY_MAX = 30;

/** A slash at the start of a word, also the wide one of Japanese keyboards. A second slash makes it a path. */
const TOKEN = new RegExp(`(?:^|[\\s("“«„（「])([/／][^\\s/／]{0,${QUERY_MAX}})$`, 'u');

/** The token that ends at the caret, or `null`. */
export function tokenAt(text: string, caret: number): Token | null {
  // One more than the longest token with the character before it, so its beginning is no start of a word.
  const [, found] = TOKEN.exec(text.slice(Math.max(0, caret - QUERY_MAX - 2), caret)) ?? [];
  return found === undefined ? null : { start: caret - found.length, query: found.slice(1) };
}
