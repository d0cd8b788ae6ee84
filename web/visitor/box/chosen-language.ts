import { directionOfLanguage, nearestLanguage, type Tag } from '@foyer/domain/language';
import { load as loadBox } from '@foyer/words/compiled/load/box';
import { load as loadPage } from '@foyer/words/compiled/load/page';
import type { BoxWords } from '@foyer/words/compiled/types/box';
import { relabel } from './relabel.ts';

/**
 * Loads the box's words in the language that a visitor has chosen for conversations, and translates the section. `chosen` can be any stored
 * text: if it isn't an interface language, keeps the page's language, which `page` names with its words. Rejects if they can't be loaded;
 * can be called again.
 */
export async function speakChosen(section: HTMLElement, chosen: string, page: HTMLElement): Promise<{ words: BoxWords }> {
  const tag = languageFor(chosen, page.lang);
  if (tag === page.lang) return import(/* @vite-ignore */ page.dataset.words ?? '');
  const [words, labels] = await Promise.all([loadBox(tag), loadPage(tag)]);
  section.lang = tag;
  section.dir = directionOfLanguage(tag);
  relabel(section, labels);
  return { words };
}

/** The first of the two that is an interface language. */
export function languageFor(chosen: string, pageLanguage: string): Tag {
  return nearestLanguage([chosen, pageLanguage], { hasPseudo: import.meta.env.MODE === 'emulators' });
}
