import type { UiWords } from '@foyer/words/compiled/types/ui';

/** The texts of shared components. Each side of the web sets them before it renders one. */
export let words: UiWords;

export function speakUi(catalogue: UiWords): void {
  words = catalogue;
}
