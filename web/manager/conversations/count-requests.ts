import { LIST_MAX } from '@foyer/domain/limits';
import { paths } from '@foyer/domain/paths';
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { getCountFromServer } from 'firebase/firestore';
import { queryOf } from '../../lib/list-query.ts';
import { isVisible } from '../connection/visibility.ts';
import type { Store } from '../firebase/store.ts';
import { NEWEST_BY } from './conversation.ts';
import type { Inbox } from './inbox.ts';
import { filterOf } from './view.ts';

/** A count of conversations, and whether there may be more. */
export interface Count {
  count: number;
  isAtLeast: boolean;
}

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
      count(store).then(
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

async function count({ db, managerId }: Store): Promise<Count> {
  const list = { path: paths.conversations(managerId), where: filterOf('requests'), newestBy: NEWEST_BY, limit: LIST_MAX };
  const { count } = (await getCountFromServer(queryOf(db, list))).data();
  return { count, isAtLeast: count === LIST_MAX };
}
