import { CONVERSATION_VERSION, isNewer } from '@foyer/domain/conversation-versions';
import { TEXT_MAX } from '@foyer/domain/limits';
import { MANAGER } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import type { Settings } from '@foyer/domain/settings';
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
import { faultSentence } from '../problem-words.ts';
import { keepDraft } from './drafts.ts';
import { markRead } from './mark-read.ts';
import { forgetReplies, type Replies, repliesOf } from './replies.ts';

/** An open conversation with its messages and presence. */
export interface Thread {
  conversationId: string;
  conversation: ReadonlySignal<Conversation | null>;
  phase: ReadonlySignal<'loading' | 'live' | 'gone' | 'failed'>;
  reading: ReadonlySignal<Reading>;
  /** Until when the visitor has read; 0 while receipts are off: they work both ways. */
  readAt: ReadonlySignal<number>;
  /** The messages to show, oldest first; `null` until they are loaded. */
  shown: ReadonlySignal<readonly ShownMessage[] | null>;
  /** The first message that was unread when the thread was opened; `null` if none was, or while that is unknown. */
  newFrom: ReadonlySignal<string | null>;
  older: ReadonlySignal<'none' | 'there' | 'loading' | 'failed'>;
  loadOlder(): Promise<void>;
  replies: Replies;
  typing(isTyping: boolean): void;
  /** Sends, or returns the sentence why this can't be sent. */
  reply(typed: string): string | null;
  close(): void;
}

/** A conversation that is open for less time than this stays unread. */
const LOOK_MS = 1000;

/** Forgets draft and unsent replies of a conversation that the manager deleted. */
export function forgetUnsent(conversationId: string): void {
  for (const key of [conversationId, `note:${conversationId}`, `scheduled:${conversationId}`]) keepDraft(key, '');
  forgetReplies(conversationId);
}

interface Watched {
  settings: ReadonlySignal<Settings>;
  /** `null` until the server has answered. */
  certain: ReadonlySignal<Settings | null>;
  /** Hears of a conversation when its messages are marked as read here. */
  onRead(read: Conversation): void;
}

/** The visitor is told nothing before the settings are certain. */
export function openThread(store: Store, conversationId: string, { settings, certain, onRead }: Watched): Thread {
  const conversation = signal<Conversation | null>(null);
  const phase = signal<'loading' | 'live' | 'gone' | 'failed'>('loading');
  const reading = signal<Reading>(UNREAD);
  const hasMessages = signal(false);
  const asking = signal<'idle' | 'loading' | 'failed'>('idle');
  const newFrom = signal<string | null>(null);
  /** `null` once the messages are loaded: reading them resets the stored count. */
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
        // An empty answer from this browser's copy means nothing: the conversation may never have been loaded.
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
  const isInvisible = computed(() => certain.value?.availability === 'invisible');
  // What is stored stays: removing it would show that someone is here. A typing mark expires.
  const marks = createMarkWriter({
    write: async (marks) => certain.value && !isInvisible.value && following.mark(marks),
    isOnline: () => navigator.onLine,
  });

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
  /** The newest message was read while the visitor was not to know. They don't learn it later, until a newer one is read. */
  let isKeptSecret = false;
  const stopReading = effect(() => {
    const current = conversation.value;
    if (!current || !isVisible.value || !isLookedAt.value) return;
    const { id } = current.lastMessage;
    // Once for each message: a refused write comes back and would be retried endlessly.
    if (current.unread > 0 && id !== seen) {
      seen = id;
      isKeptSecret = false;
      markRead(store, conversationId).catch(() => {});
      onRead(current);
    }
    if (!seen || !certain.value) return;
    isKeptSecret ||= !certain.value.hasReceipts || isInvisible.value;
    // Senders of requests and spam don't learn that these were read.
    if (!isKeptSecret && current.tray === 'inbox') marks.read(seen);
  });

  return {
    conversationId,
    conversation,
    phase,
    reading,
    readAt: computed(() => (settings.value.hasReceipts ? reading.value.readAt : 0)),
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
      if (fault !== null) return faultSentence(fault);
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
