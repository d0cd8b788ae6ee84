import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { User } from 'firebase/auth';
import { onLeaving } from '../auth/session.ts';
import type { StatusChange, Store } from '../conversations/acts.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { setStatus } from '../conversations/status-change.ts';
import type { Firebase } from '../firebase/firebase.ts';
import { closeFirestore, hasPendingWrites, openFirestore } from '../firebase/firestore.ts';
import { type Inbox, openInbox } from '../inbox/inbox.ts';
import { openPage, type Page } from '../page/page.ts';
import { leaveConversation, route } from '../route/history.ts';
import { hasFailedReplies } from '../thread/outbox.ts';
import { openThread, type Thread } from '../thread/thread.ts';
import { closeSheets } from './panels.ts';

/** Everything that is live for one signed-in manager. */
export interface Workspace {
  email: string;
  page: ReadonlySignal<Page | null>;
  /** Unread conversations among the open ones that are loaded, and whether there may be more. */
  unread: ReadonlySignal<{ count: number; isAtLeast: boolean }>;
  /** The list that the address asks for. */
  inbox: ReadonlySignal<Inbox>;
  /** The conversation that the address asks for. */
  thread: ReadonlySignal<Thread | null>;
  /** The row that should have the focus when it is there. */
  wantedRow: { value: string | null };
  change(conversation: Conversation, change: StatusChange): void;
  /** Whether signing out now would lose something. */
  wouldLose(): Promise<boolean>;
}

export function openWorkspace(firebase: Firebase, user: User): Workspace {
  const db = openFirestore(firebase);
  const store: Store = { db, managerId: user.uid };
  const { page, close: closePage } = openPage(store);
  // The open ones stay live under every view: their unread count is in the title.
  const open = openInbox(store, 'open');
  const inbox = signal(open);
  const thread = signal<Thread | null>(null);
  const wantedRow = signal<string | null>(null);

  const view = computed(() => route.value.view);
  const stopViews = effect(() => {
    const asked = view.value;
    // What is opened has signals of its own, which are no reason to open it again.
    const shown = untracked(() => (asked === 'open' ? open : openInbox(store, asked)));
    inbox.value = shown;
    return () => shown !== open && shown.close();
  });

  const conversationId = computed(() => route.value.conversationId);
  const stopThreads = effect(() => {
    const id = conversationId.value;
    closeSheets();
    const opened = untracked(() => (id === null ? null : openThread(store, id)));
    thread.value = opened;
    return () => opened?.close();
  });

  onLeaving(async () => {
    for (const stop of [stopViews, stopThreads, open.close, closePage]) stop();
    await closeFirestore(db);
  });

  return {
    email: user.email ?? '',
    page,
    unread: computed(() => {
      const count = open.conversations.value.filter(({ unread }) => unread > 0).length;
      return { count, isAtLeast: open.hasMore.value && open.conversations.value.every(({ unread }) => unread > 0) };
    }),
    inbox,
    thread,
    wantedRow,
    wouldLose: async () => hasFailedReplies(sessionStorage) || (await hasPendingWrites(db)),
    change(conversation, change) {
      const list = inbox.value.conversations.value;
      const index = list.findIndex(({ id }) => id === conversation.id);
      const isOpen = route.value.conversationId === conversation.id;
      setStatus(store, conversation, change);
      // What is opened again stays before one's eyes, though it leaves this list.
      if (change.status === view.value || (isOpen && change.status === 'open')) return;
      // The one that follows takes its place, also for the keys.
      if (index >= 0) wantedRow.value = (list[index + 1] ?? list[index - 1])?.id ?? null;
      if (isOpen) leaveConversation();
    },
  };
}
