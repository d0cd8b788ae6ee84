import type { Picture } from './picture.ts';
import type { Profile } from './profile.ts';
import { searchTermsOf } from './search-terms.ts';

/** What the directory knows of somebody who asked to be in it: no more than their card shows. `T` is the store's own type of time. */
export interface ListingDocument<T> {
  slug: string;
  name: string;
  headline?: string;
  location?: string;
  portrait?: Picture;
  /** The words under which it is found. */
  terms: string[];
  /** Whether search engines may be told of the page, too. */
  isIndexed: boolean;
  /** When the page was last published, or moved. */
  listedAt: T;
}

/** Cards on one page of the directory. */
export const DIRECTORY_PAGE = 24;
/** Each is an entry of an index. */
const TERMS_MAX = 60;

/** What the directory shows of a page, and under which words, or `null` for one that did not ask to be listed. */
export function listingOf(slug: string, profile: Profile): Omit<ListingDocument<never>, 'listedAt'> | null {
  const { name, headline, location, portrait, reach } = profile;
  if (!reach.isListed) return null;
  return {
    slug,
    name,
    ...(headline === undefined ? {} : { headline }),
    ...(location === undefined ? {} : { location }),
    ...(portrait === undefined ? {} : { portrait }),
    terms: searchTermsOf([name, headline ?? '', location ?? '', ...topicsOf(profile)], TERMS_MAX),
    isIndexed: reach.isIndexed,
  };
}

/** What somebody does: their skills and the titles of their projects, where the page shows them. */
function topicsOf({ sections }: Profile): string[] {
  return sections.flatMap((section) => {
    if (section.isHidden) return [];
    if (section.kind === 'skills') return section.items.map(({ name }) => name);
    return section.kind === 'projects' ? section.items.map(({ title }) => title) : [];
  });
}
