import { LANGUAGES, type Language, PSEUDO, type Tag } from './languages.ts';

export * from './languages.ts';

const RIGHT_TO_LEFT = new Set(['ar', 'he', 'fa', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb']);

/** How many tags of a list are read, and the longest valid tag (BCP 47 recommends room for 35 characters). */
const TAGS_MAX = 20;
const TAG_LENGTH_MAX = 35;

/** The interface language of the first tag that has one (`pt-PT` gives `pt`, `iw` gives `he`), else English. Skips malformed tags. */
export function nearestLanguage(tags: readonly string[], { hasPseudo = false } = {}): Tag {
  for (const tag of tags.slice(0, TAGS_MAX)) {
    if (hasPseudo && tag === PSEUDO) return PSEUDO;
    const language = languageOf(tag);
    if (isLanguage(language)) return language;
  }
  return 'en';
}

export function isLanguage(tag: string | undefined): tag is Language {
  return LANGUAGES.some((language) => language === tag);
}

/** The writing direction of a language; left to right for an invalid tag. */
export function directionOfLanguage(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(languageOf(tag) ?? '') ? 'rtl' : 'ltr';
}

/** The language of a tag without region, script and extensions, by its current name; `undefined` for an invalid tag. */
function languageOf(tag: string): string | undefined {
  if (tag.length > TAG_LENGTH_MAX) return undefined;
  try {
    return new Intl.Locale(tag).language;
  } catch {
    return undefined;
  }
}
