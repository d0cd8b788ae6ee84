import { directionOfLanguage } from '@foyer/domain/language';
import type { Language } from '@foyer/domain/languages';
import { words } from '@foyer/words/compiled/all/push';

/** The texts of notifications in a language. */
export function pushWordsIn(language: Language) {
  return { words: words[language], language, direction: directionOfLanguage(language) };
}
