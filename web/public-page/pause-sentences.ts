import type { Pause } from '@foyer/domain/page-state';
import { dayName } from './day-name.ts';
import type { Spoken } from './words.ts';

/** What a page says in place of its message box: the manager's sentence, or else its own, and when they are back if that is known. */
export function pauseSentences({ sentence, backOn }: Pause, name: string, { words, locale }: Pick<Spoken, 'words' | 'locale'>): string[] {
  return [sentence || words.paused({ name }), ...(backOn === null ? [] : [words.backOn({ date: dayName(backOn, locale) })])];
}
