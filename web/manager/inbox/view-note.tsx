import type { View } from '../conversations/view.ts';
import { words } from '../words.ts';

const SENTENCES: Readonly<Partial<Record<View, string>>> = {
  requests: words.requestsNote,
  spam: words.spamNote,
};

/** Explains a list whose name doesn't say enough. */
export function ViewNote({ view }: { view: View }) {
  const sentence = SENTENCES[view];
  return sentence ? <p class="px-5 pb-2 text-sm text-pretty text-soft max-three:pt-1">{sentence}</p> : null;
}
