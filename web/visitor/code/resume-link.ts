const FRAGMENT = /^#resume=(.+)/;

/** The text in place of the code in an address's fragment, as typed or truncated, or `null`. Opens nothing. */
export function codeInFragment(fragment: string): string | null {
  const found = FRAGMENT.exec(fragment)?.[1];
  if (found === undefined) return null;
  try {
    return decodeURIComponent(found);
  } catch {
    return found;
  }
}
