/** Managers choose locales, so the cache is limited. */
const KEPT_MAX = 100;

/** Caches a formatter for each locale: creating an `Intl` object takes far longer than using it. */
export function perLocale<T>(make: (locale: string) => T): (locale: string) => T {
  const made = new Map<string, T>();
  return (locale) => {
    const known = made.get(locale) ?? make(locale);
    if (made.size >= KEPT_MAX) made.clear();
    made.set(locale, known);
    return known;
  };
}
