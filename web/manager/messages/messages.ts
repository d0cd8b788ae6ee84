import { MESSAGES_PAGE } from '@foyer/domain/limits';
import type { MessageDocument } from '@foyer/domain/message';
import { paths } from '@foyer/domain/paths';
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Timestamp } from 'firebase/firestore';
import { liveList, readList } from '../../lib/live-query.ts';
import { heardFromServer } from '../connection/connection.ts';
import type { Store } from '../firebase/store.ts';
import { mergeFeed, type ThreadMessage, toMessage, withNewest } from './feed.ts';

/** The messages of one conversation: the newest live, older ones by the page. */
export interface Messages {
  list: ReadonlySignal<readonly ThreadMessage[]>;
  phase: ReadonlySignal<'loading' | 'live' | 'failed'>;
  /** Whether the server has answered, and not only this browser's own copy. */
  isFromServer: ReadonlySignal<boolean>;
  older: ReadonlySignal<'none' | 'there' | 'loading' | 'failed'>;
  loadOlder(): Promise<void>;
  close(): void;
}

export function openMessages({ db, managerId }: Store, conversationId: string): Messages {
  const list = signal<readonly ThreadMessage[]>([]);
  const phase = signal<'loading' | 'live' | 'failed'>('loading');
  const isFromServer = signal(false);
  const attempt = signal<'idle' | 'loading' | 'failed'>('idle');
  /** Of the oldest page that was asked for: a full one may have more behind it. */
  const isLastFull = signal(false);
  const page = { path: paths.messages(managerId, conversationId), newestBy: 'createdAt', limit: MESSAGES_PAGE };

  const close = liveList<MessageDocument<Timestamp>>(db, page, {
    next(found, hasAnswered) {
      if (!hasAnswered && found.length === 0 && navigator.onLine) return;
      const known = withNewest(list.value, found.map(toMessage), MESSAGES_PAGE);
      if (known.length <= MESSAGES_PAGE) isLastFull.value = found.length === MESSAGES_PAGE;
      list.value = known;
      isFromServer.value = hasAnswered;
      phase.value = 'live';
      if (hasAnswered) heardFromServer();
    },
    failed() {
      phase.value = 'failed';
    },
  });

  return {
    list,
    phase,
    isFromServer,
    older: computed(() => (attempt.value === 'idle' ? (isLastFull.value ? 'there' : 'none') : attempt.value)),
    async loadOlder() {
      const oldest = list.value[0];
      if (!oldest || attempt.value === 'loading') return;
      attempt.value = 'loading';
      try {
        // Without a connection the SDK would answer from its copy, as if there were nothing older.
        if (!navigator.onLine) throw new Error('offline');
        const found = await readList<MessageDocument<Timestamp>>(db, { ...page, after: oldest.place });
        isLastFull.value = found.length === MESSAGES_PAGE;
        list.value = mergeFeed(list.value, found.map(toMessage));
        attempt.value = 'idle';
      } catch {
        attempt.value = 'failed';
      }
    },
    close,
  };
}
