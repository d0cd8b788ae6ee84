import { directionOfLanguage, nearestLanguage, type Tag } from '@foyer/domain/language';
import { LANGUAGE_KEY } from './language-key.ts';
import { stored } from './stored.ts';

/** The language of the interface. English until `speak` is called. */
export let language: Tag = 'en';

/** The same for `Intl`, with the person's region if the browser names one: `en-GB` for English in Great Britain. */
export let locale = 'en';

/** Sets the language of all text rendered from now on. Call it before the first render. */
export function speak(tag: Tag): void {
  language = tag;
  const asked = typeof navigator === 'undefined' ? [] : navigator.languages;
  locale = asked.find((one) => one.split('-')[0] === tag && isWellFormed(one)) ?? tag;
}

/** Some browsers on Linux report invalid tags, such as `en-US@posix`. */
function isWellFormed(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** The person's choice, else the browser's first language that is one of ours. Never throws, even if storage is refused. */
export function chosenLanguage(): Tag {
  const chosen = stored(LANGUAGE_KEY);
  return nearestLanguage([...(chosen ? [chosen] : []), ...navigator.languages], { hasPseudo: import.meta.env.MODE === 'emulators' });
}

export function markLanguage(element: HTMLElement, tag: Tag): void {
  element.lang = tag;
  element.dir = directionOfLanguage(tag);
}
