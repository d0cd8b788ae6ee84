import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Conversation } from './conversation.ts';
import { countNew, type FrozenOrder, inFrozenOrder, NO_ORDER, orderOf, withLoaded } from './frozen-order.ts';
import type { Inbox } from './inbox.ts';

/** Why a list is frozen: the pointer is over it, the focus is in it, it is scrolled down, or rows are selected. */
export type Hold = 'pointer' | 'focus' | 'scroll' | 'selection';

/** A list as it is shown. Its order is frozen while the manager works in it or has a conversation open, so rows don't move under the pointer. */
export interface WorkingList {
  rows: ReadonlySignal<readonly Conversation[]>;
  /** How many conversations have something new that the frozen order hides. */
  newCount: ReadonlySignal<number>;
  hold(how: Hold, isHeld: boolean): void;
  /** Sorts the list again, with everything new. */
  takeIn(): void;
  close(): void;
}

export function openWorkingList(inbox: ReadonlySignal<Inbox>, openId: ReadonlySignal<string | null>): WorkingList {
  const holds = signal<ReadonlySet<Hold>>(new Set());
  const order = signal<FrozenOrder>(NO_ORDER);
  const live = computed(() => inbox.value.conversations.value);
  const frozen = computed(() => inFrozenOrder(live.value, order.value));
  // There is nothing to keep in place before the server has answered, or while the list is empty.
  const isFrozen = computed(
    () => inbox.value.hasAnswer.value && frozen.value.length > 0 && (holds.value.size > 0 || openId.value !== null),
  );
  const rows = computed(() => (isFrozen.value ? frozen.value : live.value));

  let followed = inbox.peek();
  const stop = effect(() => {
    const isOther = inbox.value !== followed;
    followed = inbox.value;
    if (isOther) holds.value = new Set();
    order.value = isOther || !isFrozen.value ? orderOf(live.value) : withLoaded(order.peek(), rows.value);
  });

  return {
    rows,
    newCount: computed(() => (isFrozen.value ? countNew(live.value, order.value, rows.value, openId.value) : 0)),
    hold(how, isHeld) {
      if (holds.peek().has(how) === isHeld) return;
      holds.value = new Set(isHeld ? [...holds.peek(), how] : [...holds.peek()].filter((other) => other !== how));
    },
    takeIn() {
      order.value = orderOf(live.peek());
    },
    close: stop,
  };
}
