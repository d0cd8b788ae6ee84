import { effect } from '@preact/signals';
import { labels, needLabels } from '../conversations/known-labels.ts';
import { labelIn } from '../conversations/view.ts';
import { words } from '../filing-words.ts';
import type { Store } from '../firebase/store.ts';
import { notice, say } from '../notice/notice.ts';
import { navigate, route } from '../route/history.ts';

/** Leaves the list of a label that is deleted. A deletion in this tab has its own notice, which can undo it. */
export function leaveDeleted(store: Store): () => void {
  needLabels(store);
  return effect(() => {
    const shown = labelIn(route.value.view);
    if (shown === null || !labels.value || labels.value.has(shown)) return;
    navigate({ view: 'open', conversationId: null, screen: null });
    if (!notice.peek()?.undo) say(words.labelGone);
  });
}
