import { nearestLanguage } from '@foyer/domain/language';
import { load } from '@foyer/words/compiled/load/sections';
import type { SectionsWords } from '@foyer/words/compiled/types/sections';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { SECTION_TITLES } from '../../section-titles.ts';
import { useEditing } from '../editing/editor-context.ts';

/** The page's own titles of its sections, in its language. Until they are loaded, the dashboard's. */
export function usePageTitles(): SectionsWords {
  const { editor } = useEditing();
  const tag = nearestLanguage([editor.draft.value.language]);
  const titles = useSignal(SECTION_TITLES);
  useEffect(() => {
    let isCurrent = true;
    load(tag).then(
      (loaded) => {
        if (isCurrent) titles.value = loaded;
      },
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [tag]);
  return titles.value;
}
