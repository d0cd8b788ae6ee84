import { CONVERSATION_VERSION, isNewer } from '@foyer/domain/conversation-versions';
import { INBOX_PAGE } from '@foyer/domain/limits';
import { paths } from '@foyer/domain/paths';
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { queryOf } from '../../lib/list-query.ts';
import { relistening } from '../../lib/relistening.ts';
import { heardFromServer } from '../connection/connection.ts';
import type { Store } from '../firebase/store.ts';
import { sayNewerVersion } from '../notice/newer-version.ts';
import { type Conversation, isWhole, NEWEST_BY, type StoredConversation, toConversation } from './conversation.ts';
import { firstPage, hear, type ListPart, type ListParts, mayHaveMore, merged, withNextPage } from './list-parts.ts';
import { tellChanged } from './own-changes.ts';
import { filterOf, isIn, type View } from './view.ts';

export interface Inbox {
  conversations: ReadonlySignal<readonly Conversation[]>;
  phase: ReadonlySignal<'loading' | 'live' | 'failed'>;
  /** Whether the server has answered. Before that, the list is this browser's copy. */
  hasAnswer: ReadonlySignal<boolean>;
  hasMore: ReadonlySignal<boolean>;
  isLoadingMore: ReadonlySignal<boolean>;
  loadMore(): void;
  close(): void;
}

/** Conversations deleted in this tab. They are hidden before the live lists report it. */
const deleted = signal<ReadonlySet<string>>(new Set());

export function hideDeleted(conversations: readonly Pick<Conversation, 'id'>[]): void {
  deleted.value = new Set([...deleted.value, ...conversations.map(({ id }) => id)]);
  tellChanged(['tray']);
}

/** Follows a view's newest conversations, at first `limit`. */
export function openInbox({ db, managerId }: Store, view: View, limit = INBOX_PAGE): Inbox {
  const parts = signal<ListParts<Conversation>>(firstPage(limit));
  const phase = signal<'loading' | 'live' | 'failed'>('loading');
  const hasAnswer = signal(false);
  const listeners = new Map<number, () => void>();
  const unheard = signal<ReadonlySet<number>>(new Set());

  const change = (next: ListParts<Conversation>) => {
    parts.value = next;
    const keys = new Set(next.map(({ key }) => key));
    for (const [key, stop] of listeners) {
      if (keys.has(key)) continue;
      stop();
      listeners.delete(key);
    }
    for (const part of next) if (!listeners.has(part.key)) listen(part);
  };

  const listen = ({ key, after, until, limit }: ListPart<Conversation>) => {
    unheard.value = new Set([...unheard.value, key]);
    // A listener may answer synchronously, before it can be stopped.
    listeners.set(key, () => {});
    const list = { path: paths.conversations(managerId), where: filterOf(view), newestBy: NEWEST_BY, limit, after, until };
    const stop = relistening.query<StoredConversation>(queryOf(db, list), NEWEST_BY, {
      next(all, isFromServer) {
        const found = all.filter(({ data }) => isWhole(data));
        if (found.some(({ data }) => isNewer(data, CONVERSATION_VERSION))) sayNewerVersion();
        // An empty answer from this browser's copy means nothing: the list may never have been loaded.
        if (!isFromServer && found.length === 0 && phase.value === 'loading' && navigator.onLine) return;
        if (isFromServer) heardFromServer();
        unheard.value = new Set([...unheard.value].filter((other) => other !== key));
        phase.value = 'live';
        change(hear(parts.value, key, found.map(toConversation), isFromServer));
        hasAnswer.value ||= isFromServer;
      },
      failed() {
        phase.value = 'failed';
      },
    });
    if (listeners.has(key)) listeners.set(key, stop);
    else stop();
  };

  change(parts.value);
  return {
    // What a dashboard of version 2 has read may still be found as unread.
    conversations: computed(() => merged(parts.value).filter((found) => !deleted.value.has(found.id) && isIn(view, found))),
    phase,
    hasAnswer,
    hasMore: computed(() => mayHaveMore(parts.value)),
    isLoadingMore: computed(() => phase.value === 'live' && unheard.value.has(parts.value.at(-1)?.key ?? -1)),
    loadMore() {
      if (!unheard.value.has(parts.value.at(-1)?.key ?? -1)) change(withNextPage(parts.value));
    },
    close() {
      for (const stop of listeners.values()) stop();
      listeners.clear();
    },
  };
}
