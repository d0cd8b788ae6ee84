import { effect, untracked } from '@preact/signals';
import { showAppearance } from '../appearance/appearance.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { followLanguage } from './chosen-language.ts';

/** Shows the appearance and the language that the manager chose on any device. Returns a function that stops it. */
export function followSettings({ settings, areSettingsLoaded }: Pick<Workspace, 'settings' | 'areSettingsLoaded'>): () => void {
  let isStarting = true;
  return effect(() => {
    if (!areSettingsLoaded.value) return;
    const { appearance, language } = settings.value;
    untracked(() => {
      showAppearance(appearance);
      followLanguage(language, isStarting);
    });
    isStarting = false;
  });
}
