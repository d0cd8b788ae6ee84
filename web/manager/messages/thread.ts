import { CONVERSATION_VERSION, isNewer } from '@foyer/domain/conversation-versions';
import { TEXT_MAX } from '@foyer/domain/limits';
import { MANAGER } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import { normaliseText, textFault } from '@foyer/domain/text';
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { nanoid } from 'nanoid';
import { type ShownMessage, shownMessages } from '../../conversation/delivery.ts';
import { firstOfLast } from '../../conversation/first-unread.ts';
import { createMarkWriter } from '../../conversation/marks.ts';
import { followOverFirestore } from '../../conversation/over-firestore.ts';
import { createReader } from '../../conversation/reader.ts';
import { type Reading, UNREAD } from '../../conversation/reading.ts';
import { relistening } from '../../lib/relistening.ts';
import { heardFromServer } from '../connection/connection.ts';
import { isVisible } from '../connection/visibility.ts';
import { type Conversation, isWhole, type StoredConversation, toConversation } from '../conversations/conversation.ts';
import type { Store } from '../firebase/store.ts';
import { sayNewerVersion } from '../notice/newer-version.ts';
import { keepDraft } from './drafts.ts';
import { markRead } from './mark-read.ts';
import { forgetReplies, type Replies, repliesOf } from './replies.ts';

/** One open conversation: its record, its messages, and who is there. */
export interface Thread {
  conversationId: string;
  conversation: ReadonlySignal<Conversation | null>;
  phase: ReadonlySignal<'loading' | 'live' | 'gone' | 'failed'>;
  reading: ReadonlySignal<Reading>;
  /** All that is to be shown, oldest first; `null` until the messages are there. */
  shown: ReadonlySignal<readonly ShownMessage[] | null>;
  /** The first message that was unread when the thread was opened; `null` if none was, or as long as that is not known. */
  newFrom: ReadonlySignal<string | null>;
  older: ReadonlySignal<'none' | 'there' | 'loading' | 'failed'>;
  loadOlder(): Promise<void>;
  replies: Replies;
  /** The manager is writing, or has stopped. */
  typing(isTyping: boolean): void;
  /** Sends, or says in a sentence why this cannot be sent. */
  reply(typed: string): string | null;
  close(): void;
}

/** A conversation that the manager passes on the way to another one stays unread. */
const LOOK_MS = 1000;

/** Lets go of what was begun or not sent in a conversation that its manager has deleted. */
export function forgetUnsent(conversationId: string): void {
  keepDraft(conversationId, '');
  forgetReplies(conversationId);
}

export function openThread(store: Store, conversationId: string): Thread {
  const conversation = signal<Conversation | null>(null);
  const phase = signal<'loading' | 'live' | 'gone' | 'failed'>('loading');
  const reading = signal<Reading>(UNREAD);
  const hasMessages = signal(false);
  const asking = signal<'idle' | 'loading' | 'failed'>('idle');
  const newFrom = signal<string | null>(null);
  /** Until the messages are there: reading them takes the count away. */
  let unreadAtFirst: number | null = 0;
  const replies = repliesOf(store, conversationId);
  const reader = createReader({
    me: MANAGER,
    read: () => reading.peek(),
    change(patch) {
      reading.value = { ...reading.peek(), ...patch };
    },
  });
  const failed = () => {
    phase.value = 'failed';
  };

  const following = followOverFirestore(
    { ...store, conversationId, me: MANAGER },
    {
      messages(newest, isFromServer) {
        // An empty answer from this browser's own copy says nothing: it may never have been read.
        if (!isFromServer && newest.length === 0 && navigator.onLine) return;
        reader.messages(newest, isFromServer);
        hasMessages.value = true;
        if (isFromServer) heardFromServer();
        if (isFromServer && unreadAtFirst !== null && conversation.peek()) {
          newFrom.value = firstOfLast(reading.peek().messages, MANAGER, unreadAtFirst);
          unreadAtFirst = null;
        }
      },
      marks: reader.marks,
      newer: sayNewerVersion,
      failed,
    },
    relistening,
  );
  const marks = createMarkWriter({ write: following.mark, isOnline: () => navigator.onLine });

  const stop = relistening.document<StoredConversation>(store.db, paths.conversation(store.managerId, conversationId), {
    next(data, isFromServer) {
      if (data && !isWhole(data)) return;
      if (data && isNewer(data, CONVERSATION_VERSION)) sayNewerVersion();
      if (data) conversation.value = toConversation({ id: conversationId, data, isPending: false, isTimePending: false });
      if (unreadAtFirst !== null) unreadAtFirst = Math.max(unreadAtFirst, conversation.peek()?.unread ?? 0);
      if (data) phase.value = 'live';
      else if (isFromServer) {
        phase.value = 'gone';
        conversation.value = null;
      }
    },
    failed,
  });

  const isLookedAt = signal(false);
  const stopLooking = effect(() => {
    if (!isVisible.value || isLookedAt.value) return;
    const timer = setTimeout(() => {
      isLookedAt.value = true;
    }, LOOK_MS);
    return () => clearTimeout(timer);
  });

  let seen = '';
  const stopReading = effect(() => {
    const current = conversation.value;
    if (!current || !isVisible.value || !isLookedAt.value) return;
    const { id } = current.lastMessage;
    // Once for each message: a refused write would come back and be tried for ever.
    if (current.unread > 0 && id !== seen) {
      seen = id;
      markRead(store, conversationId).catch(() => {});
    }
    // People whose messages are requests or spam don't learn that these were read.
    if (seen && current.tray === 'inbox') marks.read(seen);
  });

  return {
    conversationId,
    conversation,
    phase,
    reading,
    shown: computed(() => (hasMessages.value ? shownMessages(reading.value.messages, replies.unsent.value, MANAGER) : null)),
    newFrom,
    older: computed(() => (asking.value === 'idle' ? (reading.value.isWhole ? 'none' : 'there') : asking.value)),
    async loadOlder() {
      if (asking.value === 'loading') return;
      asking.value = 'loading';
      asking.value = await reader.older(following).then(
        () => 'idle' as const,
        () => 'failed' as const,
      );
    },
    replies,
    typing: marks.typing,
    reply(typed) {
      const text = normaliseText(typed);
      const fault = textFault(text, TEXT_MAX);
      if (fault !== null) return fault;
      marks.typing(false);
      replies.send({ messageId: nanoid(), text });
      return null;
    },
    close() {
      stopLooking();
      stopReading();
      reader.stop();
      marks.stop();
      following.stop();
      stop();
    },
  };
}
