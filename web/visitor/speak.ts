import type { Tag } from '@foyer/domain/language';
import { load as loadThread } from '@foyer/words/compiled/load/thread';
import { load as loadVisitor } from '@foyer/words/compiled/load/visitor';
import { language, speak } from '../lib/language.ts';
import { cards, setCards, setThread, thread } from './words.ts';

/** Loads the words that the thread always shows. Rejects if they can't be loaded; can be called again. */
export async function speakThread(): Promise<void> {
  // Undefined until it is set.
  if (thread as unknown) return;
  speakLocally();
  setThread(await loadThread(language));
}

/** Loads the words for cards and failures. Rejects like `speakThread`. */
export async function speakCards(): Promise<void> {
  if (cards as unknown) return;
  speakLocally();
  const loaded = await loadVisitor(language);
  setCards(loaded.cards, loaded);
}

/** Uses the chosen language of the section, or else of the document. The part between can have another: the one the manager writes in. */
function speakLocally(): void {
  speak((document.getElementById('conversation')?.lang || document.documentElement.lang) as Tag);
}
