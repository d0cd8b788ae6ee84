import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Conversation } from './conversation.ts';
import { countNew, type FrozenOrder, inFrozenOrder, NO_ORDER, orderOf, withLoaded } from './frozen-order.ts';
import type { Inbox } from './inbox.ts';

/** Why a list is frozen: the pointer is over it, the focus is in it, it is scrolled down, or rows are selected. */
export type FreezeReason = 'pointer' | 'focus' | 'scroll' | 'selection';

/** A list as it is shown. Its order is frozen while the manager works in it or has a conversation open, so rows don't move under the pointer. */
export interface WorkingList {
  rows: ReadonlySignal<readonly Conversation[]>;
  /** How many conversations have something new that the frozen order hides. */
  newCount: ReadonlySignal<number>;
  freeze(reason: FreezeReason, isOn: boolean): void;
  /** Sorts the list again, with everything new. */
  takeIn(): void;
  close(): void;
}

export function openWorkingList(inbox: ReadonlySignal<Inbox>, openId: ReadonlySignal<string | null>): WorkingList {
  const reasons = signal<ReadonlySet<FreezeReason>>(new Set());
  const order = signal<FrozenOrder>(NO_ORDER);
  const live = computed(() => inbox.value.conversations.value);
  const frozen = computed(() => inFrozenOrder(live.value, order.value));
  // There is nothing to keep in place before the server has answered, or while the list is empty.
  const isFrozen = computed(
    () => inbox.value.hasAnswer.value && frozen.value.length > 0 && (reasons.value.size > 0 || openId.value !== null),
  );
  const rows = computed(() => (isFrozen.value ? frozen.value : live.value));

  let followed = inbox.peek();
  const stop = effect(() => {
    const isOther = inbox.value !== followed;
    followed = inbox.value;
    if (isOther) reasons.value = new Set();
    order.value = isOther || !isFrozen.value ? orderOf(live.value) : withLoaded(order.peek(), rows.value);
  });

  return {
    rows,
    newCount: computed(() => (isFrozen.value ? countNew(live.value, order.value, rows.value, openId.value) : 0)),
    freeze(reason, isOn) {
      if (reasons.peek().has(reason) === isOn) return;
      reasons.value = new Set(isOn ? [...reasons.peek(), reason] : [...reasons.peek()].filter((other) => other !== reason));
    },
    takeIn() {
      order.value = orderOf(live.peek());
    },
    close: stop,
  };
}
