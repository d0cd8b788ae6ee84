import type { Tag } from '@foyer/domain/language';

/**
 * For `Intl`: the page's region, if it is in this language. English without a region is formatted as in Great Britain, with the day first,
 * as in most of the world. Accepts any text.
 */
export function localeFor(tag: Tag, written: string): string {
  const locale = regionIn(tag, written);
  return locale === 'en' ? 'en-GB' : locale;
}

function regionIn(tag: Tag, written: string): string {
  try {
    const { language, baseName } = new Intl.Locale(written);
    return language === tag ? baseName : tag;
  } catch {
    return tag;
  }
}
