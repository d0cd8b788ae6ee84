import { type Language, PSEUDO } from '@foyer/domain/language';
import { languageName } from '@foyer/domain/language-name';
import { LANGUAGE_KEY } from '../../lib/language-key.ts';
import { stored } from '../../lib/stored.ts';
import { language } from '../language.ts';
import { sayOffering } from '../notice/notice.ts';
import { isUnsaved } from '../route/leaving.ts';
import { words } from '../words.ts';

/** Keeps the language that this browser's next load begins with. Returns whether storage accepted it. */
export function keepLanguage(tag: string): boolean {
  try {
    localStorage.setItem(LANGUAGE_KEY, tag);
    return true;
  } catch {
    return false;
  }
}

/**
 * Follows the language in the settings, which wins over this browser's. `isStarting`: the dashboard has just been loaded, so it reloads if
 * nothing was typed yet. Later it only offers to.
 */
export function followLanguage(chosen: Language | null, isStarting: boolean): void {
  // If this browser has it stored already, it was chosen here, and a reload is on its way.
  if (chosen === null || chosen === language || language === PSEUDO || stored(LANGUAGE_KEY) === chosen) return;
  if (!keepLanguage(chosen)) return;
  if (isStarting && !isUnsaved() && !hasTyped()) location.reload();
  else sayOffering(words.languageElsewhere({ language: languageName(chosen) }), words.reload, () => location.reload());
}

function hasTyped(): boolean {
  return [...document.querySelectorAll('textarea, input')].some(
    (field) => field.matches('textarea, [type="text"], [type="email"], [type="password"]') && (field as HTMLInputElement).value !== '',
  );
}
