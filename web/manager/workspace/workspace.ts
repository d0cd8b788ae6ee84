import { isFromManager } from '@foyer/domain/participant';
import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { User } from 'firebase/auth';
import { showBadge } from '../arrivals/badge.ts';
import { followArrivals } from '../arrivals/follow-arrivals.ts';
import { isCounted } from '../arrivals/what-to-tell.ts';
import { type Proof, proofOf } from '../auth/proof.ts';
import { onLeaving } from '../auth/session.ts';
import { watchSignIn } from '../auth/sign-in-watch.ts';
import { applyEffect, type Effect } from '../conversations/apply-effect.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { afterChange } from '../conversations/conversation-state.ts';
import type { Count } from '../conversations/count-conversations.ts';
import { countRequests } from '../conversations/count-requests.ts';
import { type Deletions, openDeletions } from '../conversations/deletions.ts';
import { hideDeleted, type Inbox, openInbox } from '../conversations/inbox.ts';
import { forgetLabels } from '../conversations/known-labels.ts';
import { isIn, viewOf } from '../conversations/view.ts';
import { openWorkingList, type WorkingList } from '../conversations/working-list.ts';
import type { Firebase } from '../firebase/firebase.ts';
import { closeFirestore, hasPendingWrites, openFirestore } from '../firebase/firestore.ts';
import type { Store } from '../firebase/store.ts';
import { forgetKeptReplies, hasFailedReplies, sendKeptReplies, waitingReplies } from '../messages/replies.ts';
import { forgetUnsent, openThread, type Thread } from '../messages/thread.ts';
import { followWorker, takeDraft } from '../notifications/follow-worker.ts';
import { type OpenPresence, openPresence } from '../presence/open-presence.ts';
import { leaveConversation, navigate, route } from '../route/history.ts';
import { isUnsaved } from '../route/leaving.ts';
import type { Route } from '../route/route.ts';
import { focusRow } from './focus-row.ts';
import { markOwnPage } from './own-page.ts';
import { type OpenPage, openPage } from './page.ts';
import { closeSheets, hasTwoPanes } from './panels.ts';
import { forgetRecentChoices } from './recent-choices.ts';
import { openSelection, type Selection } from './selection.ts';
import { type OpenSettings, openSettings } from './settings.ts';

/** Loaded after the inbox: nothing of it is shown at first. */
const loadDevice = () => import('../notifications/with-worker.ts');

/** All live data of the signed-in manager. */
export interface Workspace {
  email: string;
  user: User;
  store: Store;
  page: OpenPage['page'];
  showDeletion: OpenPage['showDeletion'];
  settings: OpenSettings['settings'];
  areSettingsLoaded: OpenSettings['areLoaded'];
  changeSettings: OpenSettings['change'];
  presence: Omit<OpenPresence, 'close'>;
  /** The manager's proof for the API. */
  proof: Proof;
  /** Conversations of the inbox with unread messages. */
  unread: ReadonlySignal<Count>;
  /** The same without those that are muted or blocked: for the title and for badges. */
  counted: ReadonlySignal<Count>;
  requests: ReadonlySignal<Count>;
  /** How many replies wait to be sent. Of those written in a tab that was closed, one for each conversation. */
  queued: ReadonlySignal<number>;
  inbox: ReadonlySignal<Inbox>;
  /** The same list in the order in which it is shown. */
  list: WorkingList;
  selection: Selection;
  /** Every conversation that is loaded: of the shown list and the inbox, and the newest request. */
  loaded: ReadonlySignal<readonly Conversation[]>;
  /** Conversations that visitors deleted, in all lists. */
  deletions: Deletions;
  thread: ReadonlySignal<Thread | null>;
  /** The row that gets the focus when it is rendered. */
  wantedRow: { value: string | null };
  /** Gives the focus to a row: immediately, so that the next key acts on it, and again after a closing dialog has returned the focus. */
  wantRow(id: string | null): void;
  /**
   * Applies an act to conversations, with a notice and undo. When they leave the list, the focus goes to the next row, which opens if one of
   * them was open and there is room for both panes.
   */
  change(conversations: readonly Conversation[], effect: Effect): void;
  /** Call it before conversations are deleted. The function that it returns removes the deleted ones from the screen. */
  removing(conversations: readonly Conversation[]): (deleted: readonly Conversation[]) => void;
  /** Whether signing out now would lose something. */
  wouldLose(): Promise<boolean>;
}

export function openWorkspace(firebase: Firebase, user: User): Workspace {
  const db = openFirestore(firebase);
  const store: Store = { db, managerId: user.uid };
  sendKeptReplies(store);
  const { page, showDeletion, close: closePage } = openPage(store);
  const { settings, areLoaded: areSettingsLoaded, certain, change: changeSettings, close: closeSettings } = openSettings(store);
  const { close: closePresence, ...presence } = openPresence(store, certain);
  const proof = proofOf(user, firebase.appToken);
  const stopHearing = followWorker(store);
  takeDraft(route.peek().conversationId);
  const readHere = (read: Conversation) => {
    loadDevice()
      .then(({ withdrawElsewhere }) => withdrawElsewhere(store, proof, read))
      .catch(() => {});
  };
  loadDevice()
    .then(({ lookHere }) => lookHere(store, proof))
    .catch(() => {});
  // These stay live in every view, because their counts are always shown.
  const open = openInbox(store, 'open');
  const newestRequest = openInbox(store, 'requests', 1);
  const deletions = openDeletions(store);
  const inbox = signal(open);
  const thread = signal<Thread | null>(null);
  const wantedRow = signal<string | null>(null);

  const view = computed(() => route.value.view);
  const stopViews = effect(() => {
    const asked = view.value;
    // A list has its own signals, which must not open it again.
    const shown = untracked(() => (asked === 'open' ? open : openInbox(store, asked)));
    inbox.value = shown;
    return () => shown !== open && shown.close();
  });

  const requests = countRequests(
    store,
    newestRequest,
    computed(() => (view.value === 'requests' ? inbox.value : null)),
  );

  const conversationId = computed(() => route.value.conversationId);
  const list = openWorkingList(inbox, conversationId);
  const selection = openSelection(inbox, list);
  const stopArrivals = followArrivals(open, newestRequest, settings);
  const stopThreads = effect(() => {
    const id = conversationId.value;
    closeSheets();
    const opened = untracked(() => (id === null ? null : openThread(store, id, { settings, certain, onRead: readHere })));
    thread.value = opened;
    return () => opened?.close();
  });

  const ownPage = markOwnPage(user.uid);
  const stopWatching = watchSignIn(user, page);
  onLeaving(async () => {
    ownPage.forget();
    forgetRecentChoices();
    forgetKeptReplies();
    stopHearing();
    await loadDevice()
      .then(({ leaveHere }) => leaveHere(store, proof))
      .catch(() => {});
    showBadge(0, '');
    for (const stop of [
      stopArrivals,
      stopViews,
      stopThreads,
      selection.close,
      list.close,
      open.close,
      newestRequest.close,
      requests.close,
      deletions.close,
      closePage,
      closeSettings,
      stopWatching,
      () => closing.abort(),
    ])
      stop();
    await forgetLabels();
    await closePresence();
    await closeFirestore(db);
  });

  /** Gives a row the focus that it waits for, now or never: the person goes on, and a later focus would take the keys from where they type. */
  const settleRow = () => {
    const wanted = wantedRow.peek();
    wantedRow.value = null;
    if (wanted !== null) focusRow(wanted);
  };
  const wantRow = (id: string | null) => {
    wantedRow.value = id;
    if (id !== null) focusRow(id);
  };
  const closing = new AbortController();
  for (const move of ['keydown', 'pointerdown']) addEventListener(move, settleRow, { capture: true, signal: closing.signal });
  /** The row after these, or the one before them if there is none. */
  const followerOf = (leaving: readonly Conversation[]): string | null => {
    const rows = list.rows.value;
    const ids = new Set(leaving.map(({ id }) => id));
    const stays = ({ id }: Conversation) => !ids.has(id);
    const last = rows.findLastIndex((listed) => !stays(listed));
    return last < 0 ? null : ((rows.slice(last).find(stays) ?? rows.slice(0, last).findLast(stays))?.id ?? null);
  };
  /** Moves focus, and the open conversation if it leaves, to the next row. */
  const giveWay = (leaving: readonly Conversation[], follower: string | null) => {
    wantRow(follower);
    if (!leaving.some(({ id }) => id === conversationId.value)) return;
    // On a phone it would open, and be marked as read, without anyone's choice: the list is shown instead.
    if (follower !== null && hasTwoPanes.value) navigate({ view: view.value, conversationId: follower, screen: null });
    else leaveConversation();
  };
  /** Returns to where an act was done, unless the manager is on another screen. */
  const returnTo = (place: Route, row: string | null) => {
    if (route.value.screen !== null) return;
    const isThere = place.view === view.value && place.conversationId === null;
    if (!isThere) navigate(place);
    wantRow(row);
  };

  const change = (conversations: readonly Conversation[], effect: Effect) => {
    const place = route.value;
    const leaving = conversations.filter((conversation) => {
      const changed = { ...conversation, ...afterChange(conversation, effect.change(conversation)) };
      // A conversation that moves to the inbox stays open, though it leaves this list.
      return !isIn(view.value, changed) && !(conversationId.value === conversation.id && viewOf(changed) === 'open');
    });
    if (leaving.length > 0) giveWay(leaving, followerOf(leaving));
    else if (effect.isLeft && conversations.some(({ id }) => id === conversationId.value)) {
      leaveConversation();
      wantRow(conversations[0]?.id ?? null);
    }
    applyEffect(store, conversations, effect, () => returnTo(place, conversations[0]?.id ?? null));
  };

  const removing = (conversations: readonly Conversation[]) => {
    // When the answer arrives, they may have left the list.
    const follower = followerOf(conversations);
    return (deleted: readonly Conversation[]) => {
      for (const { id } of deleted) forgetUnsent(id);
      // If another conversation is open by then, it stays open.
      if (conversationId.value === null || deleted.some(({ id }) => id === conversationId.value)) giveWay(deleted, follower);
      hideDeleted(deleted);
    };
  };

  return {
    email: user.email ?? '',
    user,
    store,
    page,
    showDeletion,
    settings,
    areSettingsLoaded,
    changeSettings,
    presence,
    proof,
    unread: countIn(open, ({ unread }) => unread > 0),
    counted: countIn(open, isCounted),
    queued: computed(() => {
      const counts = new Map(waitingReplies.value);
      // A reply moves its conversation to the inbox, so this list has every conversation with one.
      for (const { id, isPlacePending, lastMessage } of open.conversations.value) {
        if (isPlacePending && isFromManager(lastMessage) && !counts.has(id)) counts.set(id, 1);
      }
      return [...counts.values()].reduce((sum, count) => sum + count, 0);
    }),
    requests: requests.count,
    inbox,
    list,
    selection,
    loaded: computed(() => {
      const all = [inbox.value, open, newestRequest].flatMap(({ conversations }) => conversations.value);
      return [...new Map(all.map((conversation) => [conversation.id, conversation])).values()];
    }),
    deletions,
    thread,
    wantedRow,
    wantRow,
    wouldLose: async () => isUnsaved() || hasFailedReplies() || (await hasPendingWrites(db)),
    change,
    removing,
  };
}

/** If all loaded ones count, there may be more. */
function countIn({ conversations, hasMore }: Inbox, counts: (conversation: Conversation) => boolean): ReadonlySignal<Count> {
  return computed(() => {
    const count = conversations.value.filter(counts).length;
    return { count, isAtLeast: hasMore.value && count === conversations.value.length };
  });
}
