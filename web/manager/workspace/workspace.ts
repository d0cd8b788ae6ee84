import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { User } from 'firebase/auth';
import { type Proof, proofOf } from '../auth/proof.ts';
import { onLeaving } from '../auth/session.ts';
import { applyEffect, type Effect } from '../conversations/apply-effect.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { type Deletions, openDeletions } from '../conversations/deletions.ts';
import { hideDeleted, type Inbox, openInbox } from '../conversations/inbox.ts';
import { viewOf } from '../conversations/view.ts';
import { openWorkingList, type WorkingList } from '../conversations/working-list.ts';
import type { Firebase } from '../firebase/firebase.ts';
import { closeFirestore, hasPendingWrites, openFirestore } from '../firebase/firestore.ts';
import type { Store } from '../firebase/store.ts';
import { hasFailedReplies, sendKeptReplies } from '../messages/replies.ts';
import { forgetUnsent, openThread, type Thread } from '../messages/thread.ts';
import { leaveConversation, navigate, route } from '../route/history.ts';
import { isUnsaved } from '../route/leaving.ts';
import type { Route } from '../route/route.ts';
import { focusRow } from './focus-row.ts';
import { markOwnPage } from './own-page.ts';
import { openPage, type Page } from './page.ts';
import { closeSheets, hasTwoPanes } from './panels.ts';

/** How many there are among those that are loaded, and whether there may be more. */
export interface Count {
  count: number;
  isAtLeast: boolean;
}

/** Everything that is live for one signed-in manager. */
export interface Workspace {
  email: string;
  store: Store;
  page: ReadonlySignal<Page | null>;
  /** The manager's proof for the API. */
  proof: Proof;
  /** Unread conversations among the open ones. */
  unread: ReadonlySignal<Count>;
  /** Conversations that wait to be let in. */
  requests: ReadonlySignal<Count>;
  /** The list that the address asks for. */
  inbox: ReadonlySignal<Inbox>;
  /** That list in the order in which it is shown. */
  list: WorkingList;
  /** Conversations that visitors deleted, in all lists. */
  deletions: Deletions;
  /** The conversation that the address asks for. */
  thread: ReadonlySignal<Thread | null>;
  /** The row that should have the focus when it is there. */
  wantedRow: { value: string | null };
  /** Gives the focus to a row: at once, so that the next key is about it, and again after what closes meanwhile gave the focus back. */
  wantRow(id: string | null): void;
  /**
   * Does what an act does to conversations, says so, and offers to undo it. Those that leave the list give their place to the next one, which
   * opens where one of them was open and there is room for both.
   */
  change(conversations: readonly Conversation[], effect: Effect): void;
  /** Called before conversations are deleted; what it returns takes those that were deleted off the screen. */
  removing(conversations: readonly Conversation[]): (deleted: readonly Conversation[]) => void;
  /** Whether signing out now would lose something. */
  wouldLose(): Promise<boolean>;
}

export function openWorkspace(firebase: Firebase, user: User): Workspace {
  const db = openFirestore(firebase);
  const store: Store = { db, managerId: user.uid };
  sendKeptReplies(store);
  const { page, close: closePage } = openPage(store);
  const proof = proofOf(user, firebase.appToken);
  // These stay live under every view: how many are unread, and how many wait, is always shown.
  const open = openInbox(store, 'open');
  const waiting = openInbox(store, 'requests');
  const deletions = openDeletions(store);
  const inbox = signal(open);
  const thread = signal<Thread | null>(null);
  const wantedRow = signal<string | null>(null);

  const view = computed(() => route.value.view);
  const stopViews = effect(() => {
    const asked = view.value;
    // What is opened has signals of its own, which are no reason to open it again.
    const shown = untracked(() => (asked === 'open' ? open : asked === 'requests' ? waiting : openInbox(store, asked)));
    inbox.value = shown;
    return () => shown !== open && shown !== waiting && shown.close();
  });

  const conversationId = computed(() => route.value.conversationId);
  const list = openWorkingList(inbox, conversationId);
  const stopThreads = effect(() => {
    const id = conversationId.value;
    closeSheets();
    const opened = untracked(() => (id === null ? null : openThread(store, id)));
    thread.value = opened;
    return () => opened?.close();
  });

  const ownPage = markOwnPage(user.uid);
  onLeaving(async () => {
    ownPage.forget();
    for (const stop of [stopViews, stopThreads, list.close, open.close, waiting.close, deletions.close, closePage]) stop();
    await closeFirestore(db);
  });

  const wantRow = (id: string | null) => {
    wantedRow.value = id;
    if (id !== null) focusRow(id);
  };
  /** The row that comes after these, or before them where none does. */
  const followerOf = (leaving: readonly Conversation[]): string | null => {
    const rows = list.rows.value;
    const stays = ({ id }: Conversation) => leaving.every((other) => other.id !== id);
    const last = rows.findLastIndex((listed) => !stays(listed));
    return last < 0 ? null : ((rows.slice(last).find(stays) ?? rows.slice(0, last).findLast(stays))?.id ?? null);
  };
  /** The one that follows takes the place of conversations that leave, also for the keys. */
  const giveWay = (leaving: readonly Conversation[], follower: string | null) => {
    wantRow(follower);
    if (!leaving.some(({ id }) => id === conversationId.value)) return;
    // A phone shows the list: what opened by itself there would be read by nobody's choice.
    if (follower !== null && hasTwoPanes.value) navigate({ view: view.value, conversationId: follower, screen: null });
    else leaveConversation();
  };
  /** Back to where an act was done, unless its manager is on another screen. */
  const returnTo = (place: Route, row: string | null) => {
    if (route.value.screen !== null) return;
    const isThere = place.view === view.value && place.conversationId === null;
    if (!isThere) navigate(place);
    wantRow(row);
  };

  const change = (conversations: readonly Conversation[], effect: Effect) => {
    const place = route.value;
    const leaving = conversations.filter((conversation) => {
      const wanted = effect.change(conversation);
      const lies = viewOf({ ...conversation, ...wanted });
      // What is taken in stays open, though it leaves this list.
      return lies !== view.value && !(conversationId.value === conversation.id && lies === 'open');
    });
    if (leaving.length > 0) giveWay(leaving, followerOf(leaving));
    applyEffect(store, conversations, effect, () => returnTo(place, conversations[0]?.id ?? null));
  };

  const removing = (conversations: readonly Conversation[]) => {
    // By the time of the answer they may have left the list.
    const follower = followerOf(conversations);
    return (deleted: readonly Conversation[]) => {
      for (const { id } of deleted) forgetUnsent(id);
      // Someone who reads something else by now is left to it.
      if (conversationId.value === null || deleted.some(({ id }) => id === conversationId.value)) giveWay(deleted, follower);
      for (const { id } of deleted) hideDeleted(id);
    };
  };

  return {
    email: user.email ?? '',
    store,
    page,
    proof,
    unread: computed(() => {
      const count = open.conversations.value.filter(({ unread }) => unread > 0).length;
      return { count, isAtLeast: open.hasMore.value && open.conversations.value.every(({ unread }) => unread > 0) };
    }),
    requests: computed(() => ({ count: waiting.conversations.value.length, isAtLeast: waiting.hasMore.value })),
    inbox,
    list,
    deletions,
    thread,
    wantedRow,
    wantRow,
    wouldLose: async () => isUnsaved() || hasFailedReplies() || (await hasPendingWrites(db)),
    change,
    removing,
  };
}
