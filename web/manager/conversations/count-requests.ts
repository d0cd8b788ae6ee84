import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { isVisible } from '../connection/visibility.ts';
import type { Store } from '../firebase/store.ts';
import { type Count, countConversations } from './count-conversations.ts';
import type { Inbox } from './inbox.ts';

const NONE: Count = { count: 0, isAtLeast: false };

/**
 * Counts the requests, at one read for each change of the newest one. `newest` follows that one; `shown` is the whole list while it is open,
 * which needs no further reads.
 */
export function countRequests(store: Store, newest: Inbox, shown: ReadonlySignal<Inbox | null>) {
  const counted = signal<Count>(NONE);
  const listed = ({ conversations, hasMore }: Inbox): Count => ({ count: conversations.value.length, isAtLeast: hasMore.value });
  const latest = computed(() => newest.conversations.value.map(({ id }) => id).join());
  let runs = 0;
  const stop = effect(() => {
    const run = ++runs;
    const whole = shown.value;
    if (whole?.hasAnswer.value && !whole.hasMore.value) counted.value = listed(whole);
    else if (latest.value === '') counted.value = NONE;
    else if (isVisible.value) {
      countConversations(store, 'requests').then(
        (found) => {
          if (run === runs) counted.value = found;
        },
        // Offline, the last count stays, or what this browser knows.
        () => {
          if (run === runs && counted.peek() === NONE) counted.value = listed(newest);
        },
      );
    }
  });
  return { count: counted as ReadonlySignal<Count>, close: stop };
}
