import type { View } from '../conversations/view.ts';

const SENTENCES: Readonly<Partial<Record<View, string>>> = {
  requests: 'First messages that we were not sure about. Nobody here is told that you read them.',
  spam: 'Kept out of your sight. Whoever wrote this is not told where it went.',
};

/** What the list is, where its name does not say it all. */
export function ViewNote({ view }: { view: View }) {
  const sentence = SENTENCES[view];
  return sentence ? <p class="px-5 pb-2 text-sm text-pretty text-soft max-three:pt-1">{sentence}</p> : null;
}
