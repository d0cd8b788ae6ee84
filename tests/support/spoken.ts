import type { Tag } from '@foyer/domain/language';
import { type Spoken, spokenIn } from '@foyer/web/public-page/words';
import { words } from '@foyer/words/compiled/en/page';
import { words as sections } from '@foyer/words/compiled/en/sections';

/** The texts of a page in `tag` whose manager writes in `written`, from the English catalogue. */
export function someSpoken(tag: string = 'en', written: string = tag): Spoken {
  return spokenIn(tag as Tag, written, { words, sections });
}
