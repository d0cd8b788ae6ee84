import { nearestLanguage, type Tag } from '@foyer/domain/language';
import type { Profile } from '@foyer/domain/profile';
import { load as loadPage } from '@foyer/words/compiled/load/page';
import { load as loadSections } from '@foyer/words/compiled/load/sections';
import type { PageCatalogue } from '../../../public-page/words.ts';

/** The language of a page, by the same rule as on the server. */
export function tagOf({ language }: Pick<Profile, 'language'>): Tag {
  return nearestLanguage([language], { hasPseudo: import.meta.env.MODE === 'emulators' });
}

export async function loadPageWords(tag: Tag): Promise<PageCatalogue> {
  const [words, sections] = await Promise.all([loadPage(tag), loadSections(tag)]);
  return { words, sections };
}
