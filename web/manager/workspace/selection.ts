import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Conversation } from '../conversations/conversation.ts';
import type { Inbox } from '../conversations/inbox.ts';
import { extendedTo, NOTHING, selectionOf, toggled, withoutLeft } from '../conversations/selected.ts';
import type { WorkingList } from '../conversations/working-list.ts';

/** What is selected in the current list. It ends with a change of the list, and while there is one, the rows keep their order. */
export interface Selection {
  ids: ReadonlySignal<ReadonlySet<string>>;
  /** The same as they are now, in the order of the list. */
  conversations: ReadonlySignal<readonly Conversation[]>;
  toggle(id: string): void;
  /** Selects from the last selected one to `id`. `from` is where the range begins if there is none. */
  extendTo(id: string, from?: string): void;
  /** Selects exactly these. */
  take(ids: readonly string[]): void;
  clear(): void;
  close(): void;
}

export function openSelection(inbox: ReadonlySignal<Inbox>, list: WorkingList): Selection {
  const selected = signal(NOTHING);
  const ids = computed(() => selected.value.ids);
  let followed = inbox.peek();
  let was: ReadonlySet<string> = NOTHING.ids;

  const stop = effect(() => {
    if (inbox.value !== followed) selected.value = NOTHING;
    followed = inbox.value;
    const isAny = ids.value.size > 0;
    const is = isAny ? new Set(followed.conversations.value.map(({ id }) => id)) : NOTHING.ids;
    selected.value = withoutLeft(selected.peek(), was, is);
    was = is;
    list.freeze('selection', isAny);
  });

  return {
    ids,
    conversations: computed(() => (ids.value.size > 0 ? list.rows.value.filter(({ id }) => ids.value.has(id)) : [])),
    toggle(id) {
      selected.value = toggled(selected.peek(), id);
    },
    extendTo(id, from) {
      const order = list.rows.peek().map((row) => row.id);
      selected.value = extendedTo(selected.peek(), id, order, from);
    },
    take(wanted) {
      selected.value = selectionOf(wanted);
    },
    clear() {
      selected.value = NOTHING;
    },
    close: stop,
  };
}
