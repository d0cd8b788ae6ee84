import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { User } from 'firebase/auth';
import { type Proof, problemSentence, proofOf } from '../auth/proof.ts';
import { onLeaving } from '../auth/session.ts';
import type { Change, Store } from '../conversations/acts.ts';
import { makeChange } from '../conversations/change.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { deleteConversation } from '../conversations/delete-conversation.ts';
import { type Act, changeFor } from '../conversations/possible-acts.ts';
import type { Firebase } from '../firebase/firebase.ts';
import { closeFirestore, hasPendingWrites, openFirestore } from '../firebase/firestore.ts';
import { hideDeleted, type Inbox, openInbox } from '../inbox/inbox.ts';
import { viewOf } from '../inbox/view.ts';
import { say, sayFailed } from '../notice/notice.ts';
import { openPage, type Page } from '../page/page.ts';
import { leaveConversation, route } from '../route/history.ts';
import { isUnsaved } from '../route/leaving.ts';
import { hasFailedReplies } from '../thread/outbox.ts';
import { forgetUnsent, openThread, type Thread } from '../thread/thread.ts';
import { markOwnPage } from './own-page.ts';
import { closeSheets, deleting, snoozing } from './panels.ts';

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
  /** The conversation that the address asks for. */
  thread: ReadonlySignal<Thread | null>;
  /** The row that should have the focus when it is there. */
  wantedRow: { value: string | null };
  /** Does what takes one press; for a snooze it asks until when. */
  act(act: Act, conversation: Conversation): void;
  /** Says so in `words` where the usual ones do not fit. */
  change(conversation: Conversation, change: Change, words?: string): void;
  /** Deletes a conversation for both sides, and says how that went. */
  erase(conversation: Conversation): Promise<void>;
  /** Whether signing out now would lose something. */
  wouldLose(): Promise<boolean>;
}

export function openWorkspace(firebase: Firebase, user: User): Workspace {
  const db = openFirestore(firebase);
  const store: Store = { db, managerId: user.uid };
  const { page, close: closePage } = openPage(store);
  const proof = proofOf(user, firebase.appToken);
  // These stay live under every view: how many are unread, and how many wait, is always shown.
  const open = openInbox(store, 'open');
  const waiting = openInbox(store, 'requests');
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
    for (const stop of [stopViews, stopThreads, open.close, waiting.close, closePage]) stop();
    await closeFirestore(db);
  });

  const followerOf = ({ id }: Conversation): string | null => {
    const list = inbox.value.conversations.value;
    const index = list.findIndex((listed) => listed.id === id);
    return index < 0 ? null : ((list[index + 1] ?? list[index - 1])?.id ?? null);
  };
  /** The one that follows takes the place of a conversation that leaves, also for the keys. */
  const giveWay = ({ id }: Conversation, follower: string | null) => {
    wantedRow.value = follower;
    if (conversationId.value === id) leaveConversation();
  };

  const change = (conversation: Conversation, wanted: Change, words?: string) => {
    const isOpen = conversationId.value === conversation.id;
    const lies = viewOf({ ...conversation, ...wanted });
    // What is taken in, or blocked, stays before one's eyes, though it leaves this list.
    const isLookedAt = isOpen && (lies === 'open' || (wanted.isBlocked !== undefined && wanted.tray !== 'spam'));
    if (lies !== view.value && !isLookedAt) giveWay(conversation, followerOf(conversation));
    makeChange(store, conversation, wanted, words);
  };

  const erase = async (conversation: Conversation): Promise<void> => {
    // By the time of the answer it may have left the list.
    const follower = followerOf(conversation);
    const problem = await deleteConversation(proof, conversation.id).catch(problemSentence);
    // Under an open dialog nothing else can have the focus.
    if (deleting.value?.id === conversation.id) deleting.value = null;
    if (problem !== undefined) {
      sayFailed(`It was not deleted. ${problem}`, () => erase(conversation));
      return;
    }
    forgetUnsent(conversation.id);
    // Whoever reads something else by now is left to it.
    if ([null, conversation.id].includes(conversationId.value)) giveWay(conversation, follower);
    hideDeleted(conversation.id);
    say('The conversation is deleted, for both of you.');
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
    thread,
    wantedRow,
    wouldLose: async () => isUnsaved() || hasFailedReplies(sessionStorage) || (await hasPendingWrites(db)),
    act(act, conversation) {
      if (act === 'snooze') snoozing.value = conversation;
      else change(conversation, changeFor(act, conversation));
    },
    change,
    erase,
  };
}
