import { nearestLanguage, type Tag } from '@foyer/domain/language';
import type { Profile } from '@foyer/domain/profile';
import type { SiteSpoken } from '@foyer/web/public-page/site-words';
import { type Spoken, spokenIn } from '@foyer/web/public-page/words';
import { words as directory } from '@foyer/words/compiled/all/directory';
import { words as front } from '@foyer/words/compiled/all/front';
import { words as page } from '@foyer/words/compiled/all/page';
import { words as sections } from '@foyer/words/compiled/all/sections';

/** The interface language nearest to a tag; English if there is none. The pseudo-language works only on the emulators. */
export function nearestTag(tag: string): Tag {
  return nearestLanguage([tag], { hasPseudo: process.env.FUNCTIONS_EMULATOR === 'true' });
}

/** The texts of a manager's page, in its language; English without a profile. */
export function spokenOn(profile: Pick<Profile, 'language'> | null): Spoken {
  const written = profile?.language ?? 'en';
  const tag = nearestTag(written);
  return spokenIn(tag, written, { words: page[tag], sections: sections[tag] });
}

export function siteSpokenIn(tag: Tag): SiteSpoken {
  return { tag, words: front[tag], directory: directory[tag] };
}

/** The language that `?lang=` selects for Foyer's own pages. Several values can select the same one. */
export function siteAskedFor(context: { req: { query(name: 'lang'): string | undefined } }): SiteSpoken {
  return siteSpokenIn(nearestTag(context.req.query('lang') ?? ''));
}
