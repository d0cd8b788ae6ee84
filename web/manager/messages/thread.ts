import { TEXT_MAX } from '@foyer/domain/limits';
import { paths } from '@foyer/domain/paths';
import { normaliseText, textFault } from '@foyer/domain/text';
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { liveDocument } from '../../lib/live-query.ts';
import { isVisible } from '../connection/visibility.ts';
import { type Conversation, isWhole, type StoredConversation, toConversation } from '../conversations/conversation.ts';
import type { Store } from '../firebase/store.ts';
import { keepDraft } from './drafts.ts';
import type { ThreadMessage } from './feed.ts';
import { markRead } from './mark-read.ts';
import { type Messages, openMessages } from './messages.ts';
import { createOutbox, type Outbox, withFailed } from './outbox.ts';
import { openPresence, type Presence } from './presence.ts';
import { sendReply } from './send-reply.ts';

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

/** Lets go of what was begun or not sent in a conversation that its manager has deleted. */
export function forgetUnsent(conversationId: string): void {
  keepDraft(conversationId, '');
  outboxes.get(conversationId)?.discard();
  outboxes.delete(conversationId);
}

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
      if (data && !isWhole(data)) return;
      if (data) conversation.value = toConversation({ id: conversationId, data, isPending: false, isTimePending: false });
      if (data) phase.value = 'live';
      else if (isFromServer) {
        phase.value = 'gone';
        conversation.value = null;
      }
    },
    failed() {
      phase.value = 'failed';
    },
  });

  let seen = '';
  const stopReading = effect(() => {
    const current = conversation.value;
    if (!current || !isVisible.value) return;
    // People whose messages are requests or spam don't learn that these were read.
    if (current.tray !== 'inbox') return;
    // Once for each message: a refused write would come back and be tried for ever.
    if (current.unread === 0 || current.lastMessage.id === seen) return;
    seen = current.lastMessage.id;
    markRead(store, conversationId).catch(() => {});
    presence.markRead();
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
