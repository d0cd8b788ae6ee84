import { effect } from '@preact/signals';
import type { Inbox } from '../conversations/inbox.ts';
import { SELECTED_MAX } from '../conversations/selected.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * Selects everything in the current list, up to the maximum, by loading further pages in order: at most one read for each conversation. Ends
 * early if the list or the selection ends. Returns whether there are more.
 */
export async function selectMatching({ inbox, list, selection }: Workspace): Promise<boolean> {
  const shown = inbox.value;
  const loaded = () => list.rows.value.map(({ id }) => id);
  selection.take(loaded());
  const isWanted = () => inbox.value === shown && selection.ids.value.size > 0;
  while (isWanted() && selection.ids.value.size < SELECTED_MAX && shown.hasMore.value) {
    const before = new Set(loaded());
    shown.loadMore();
    await untilHeard(shown);
    const more = loaded().filter((id) => !before.has(id));
    if (more.length === 0 || !isWanted()) break;
    selection.take([...selection.ids.value, ...more]);
  }
  return isWanted() && (shown.hasMore.value || loaded().length > SELECTED_MAX);
}

function untilHeard({ isLoadingMore, phase }: Inbox): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (isLoadingMore.value && phase.value !== 'failed') return;
      // It may run before `effect` returns.
      queueMicrotask(() => stop());
      resolve();
    });
  });
}
