const FRAGMENT = /^#resume=(.+)/;

/** What stands for a code in an address's fragment, as it was typed or cut, or `null`. Nothing is opened by reading it. */
export function codeInFragment(fragment: string): string | null {
  const found = FRAGMENT.exec(fragment)?.[1];
  if (found === undefined) return null;
  try {
    return decodeURIComponent(found);
  } catch {
    return found;
  }
}
