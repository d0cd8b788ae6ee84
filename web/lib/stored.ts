/** The text stored under a key, or `null`. Never throws, even if storage is refused. */
export function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
