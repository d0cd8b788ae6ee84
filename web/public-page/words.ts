import { directionOfLanguage, type Tag } from '@foyer/domain/language';
import type { PageWords } from '@foyer/words/compiled/types/page';
import type { SectionsWords } from '@foyer/words/compiled/types/sections';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export interface PageCatalogue {
  words: PageWords;
  sections: SectionsWords;
}

/** The language of a rendered page and its texts. */
export interface Spoken extends PageCatalogue {
  tag: Tag;
  /** For `Intl`: includes the manager's region if they write in the same language. */
  locale: string;
  /** For elements with Foyer's own words among the manager's: empty if both are in the same language. */
  own: { lang?: Tag; dir?: 'ltr' | 'rtl' };
}

/** The texts of a page in the language `tag`. `written` is the language in which its manager writes: any tag that a profile can have. */
export function spokenIn(tag: Tag, written: string, catalogue: PageCatalogue): Spoken {
  const isSame = isSameLanguage(tag, written);
  const locale = isSame ? written : tag;
  const dir = directionOfLanguage(tag);
  const own = isSame ? {} : { lang: tag, ...(dir === directionOfLanguage(written) ? {} : { dir }) };
  // British English dates, unless the manager names a region.
  return { ...catalogue, tag, locale: locale === 'en' ? 'en-GB' : locale, own };
}

/** Whether two tags differ only in region, script or age: `pt-PT` and `pt`, `iw` and `he`. False for an invalid tag. */
function isSameLanguage(one: string, other: string): boolean {
  try {
    return new Intl.Locale(one).language === new Intl.Locale(other).language;
  } catch {
    return false;
  }
}

const SpokenContext = createContext<Spoken | null>(null);

/** Wraps a page: `<Speaking value={...}>`. */
export const Speaking = SpokenContext.Provider;

/** The language and words of the page being rendered. Throws outside `Speaking`. */
export function useSpoken(): Spoken {
  const spoken = useContext(SpokenContext);
  if (!spoken) throw new Error('This page has no language: render it inside Speaking.');
  return spoken;
}
