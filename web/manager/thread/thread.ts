import { TEXT_MAX } from '@foyer/domain/limits';
import { paths } from '@foyer/domain/paths';
import { normaliseText, textFault } from '@foyer/domain/text';
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { liveDocument } from '../../lib/live-query.ts';
import { isVisible } from '../connection/visibility.ts';
import { markRead, type Store, sendReply } from '../conversations/acts.ts';
import { type Conversation, type StoredConversation, toConversation } from '../conversations/conversation.ts';
import type { ThreadMessage } from './feed.ts';
import { type Messages, openMessages } from './messages.ts';
import { createOutbox, type Outbox, withFailed } from './outbox.ts';
import { openPresence, type Presence } from './presence.ts';

/** One open conversation: its summary, its messages, and who is there. */
export interface Thread {
  conversationId: string;
  conversation: ReadonlySignal<Conversation | null>;
  phase: ReadonlySignal<'loading' | 'live' | 'gone' | 'failed'>;
  /** All that is to be shown, oldest first, failed replies last. */
  shown: ReadonlySignal<readonly ThreadMessage[]>;
  messages: Messages;
  presence: Presence;
  outbox: Outbox;
  /** Sends, or says in a sentence why this cannot be sent. */
  reply(typed: string): string | null;
  close(): void;
}

/** They outlive a thread: a reply may fail when another conversation is open. */
const outboxes = new Map<string, Outbox>();

export function openThread(store: Store, conversationId: string): Thread {
  const { db, managerId } = store;
  const conversation = signal<Conversation | null>(null);
  const phase = signal<'loading' | 'live' | 'gone' | 'failed'>('loading');
  const messages = openMessages(store, conversationId);
  const presence = openPresence(store, conversationId);
  const outbox =
    outboxes.get(conversationId) ?? createOutbox(conversationId, sessionStorage, (message) => sendReply(store, conversationId, message));
  outboxes.set(conversationId, outbox);

  const stop = liveDocument<StoredConversation>(db, paths.conversation(managerId, conversationId), {
    next(data, isFromServer) {
      if (data) conversation.value = toConversation({ id: conversationId, data, isPending: false, isTimePending: false });
      if (data) phase.value = 'live';
      else if (isFromServer) phase.value = 'gone';
    },
    failed() {
      phase.value = 'failed';
    },
  });

  let seen = '';
  const stopReading = effect(() => {
    const current = conversation.value;
    if (!current || current.unread === 0 || !isVisible.value || current.lastMessage.id === seen) return;
    // Once for each message: a refused write would come back and be tried for ever.
    seen = current.lastMessage.id;
    presence.markRead();
    markRead(store, conversationId).catch(() => {});
  });
  const stopReconciling = effect(() => outbox.reconcile(messages.list.value, messages.isFromServer.value));

  return {
    conversationId,
    conversation,
    phase: computed(() => (messages.phase.value === 'failed' ? 'failed' : phase.value)),
    shown: computed(() => withFailed(messages.list.value, outbox.unsent.value)),
    messages,
    presence,
    outbox,
    reply(typed) {
      const text = normaliseText(typed);
      const fault = textFault(text, TEXT_MAX);
      if (fault !== null) return fault;
      presence.markTypingEnded();
      outbox.send(text);
      return null;
    },
    close() {
      stopReading();
      stopReconciling();
      presence.close();
      messages.close();
      stop();
    },
  };
}
