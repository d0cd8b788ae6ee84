import { LANGUAGES, type Tag } from '@foyer/domain/language';
import { languageName } from '@foyer/domain/language-name';
import type { DirectoryWords } from '@foyer/words/compiled/types/directory';
import type { FrontWords } from '@foyer/words/compiled/types/front';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The language and texts of Foyer's own pages. */
export interface SiteSpoken {
  tag: Tag;
  words: FrontWords;
  directory: DirectoryWords;
}

const SiteContext = createContext<SiteSpoken | null>(null);

/** Wraps one of Foyer's own pages: `<SpeakingSite value={...}>`. */
export const SpeakingSite = SiteContext.Provider;

/** The language and words of the page being rendered. Throws outside `SpeakingSite`. */
export function useSite(): SiteSpoken {
  const spoken = useContext(SiteContext);
  if (!spoken) throw new Error('This page has no language: render it inside SpeakingSite.');
  return spoken;
}

/** The address of one of Foyer's own pages in a language. English is the default and needs no parameter. */
export function siteHref(path: string, tag: Tag): string {
  return tag === 'en' ? path : `${path}?lang=${tag}`;
}

export interface Translation {
  tag: Tag;
  href: string;
  /** The language's own name. */
  name: string;
}

/** A page in all languages. Empty if there is only one. */
export function translationsOf(path: string, tags: readonly Tag[] = LANGUAGES): Translation[] {
  return tags.length < 2 ? [] : tags.map((tag) => ({ tag, href: siteHref(path, tag), name: languageName(tag) }));
}
