import type { Picture } from './picture.ts';
import type { Profile } from './profile.ts';
import { searchTermsOf } from './search-terms.ts';

/** A directory entry of someone who asked to be listed: no more than their card shows. `T` is the store's type of time. */
export interface ListingDocument<T> {
  slug: string;
  name: string;
  headline?: string;
  location?: string;
  portrait?: Omit<Picture, 'blur'>;
  terms: string[];
  isIndexed: boolean;
  listedAt: T;
}

export const DIRECTORY_PAGE = 24;
/** Each term is an index entry. */
const TERMS_MAX = 60;

/** The directory entry of a page, or `null` if it did not ask to be listed. */
export function listingOf(slug: string, profile: Profile): Omit<ListingDocument<never>, 'listedAt'> | null {
  const { name, headline, location, portrait, reach } = profile;
  if (!reach.isListed) return null;
  return {
    slug,
    name,
    ...(headline === undefined ? {} : { headline }),
    ...(location === undefined ? {} : { location }),
    ...(portrait === undefined ? {} : { portrait: withoutBlur(portrait) }),
    terms: searchTermsOf([name, headline ?? '', location ?? '', ...topicsOf(profile)], TERMS_MAX),
    isIndexed: reach.isIndexed,
  };
}

function withoutBlur({ blur: _, ...picture }: Picture): Omit<Picture, 'blur'> {
  return picture;
}

function topicsOf({ sections }: Profile): string[] {
  return sections.flatMap((section) => {
    if (section.isHidden) return [];
    if (section.kind === 'skills') return section.items.map(({ name }) => name);
    return section.kind === 'projects' ? section.items.map(({ title }) => title) : [];
  });
}
