import { MANAGER } from '@foyer/domain/participant';
import { type ReadonlySignal, signal } from '@preact/signals';
import { keepTexts } from '../../conversation/kept-texts.ts';
import { createOutbox, type Outbox, type Outgoing, type Unsent } from '../../conversation/outbox.ts';
import type { Place } from '../../conversation/over-firestore.ts';
import { firestoreFailure, sendOverFirestore } from '../../conversation/send-over-firestore.ts';
import type { Store } from '../firebase/store.ts';
import { dismissNotice, sayOffering } from '../notice/notice.ts';
import { navigate, route } from '../route/history.ts';

/** A manager's replies in one conversation that the server has not acknowledged. */
export interface Replies extends Outbox {
  unsent: ReadonlySignal<readonly Outgoing[]>;
}

const KEY = 'foyer:outbox:';
const texts = keepTexts(() => sessionStorage);
/** They outlive a thread: a reply may fail when another conversation is open. */
const opened = new Map<string, Replies>();
/** Ids of failed replies that their manager has heard of. */
const told = new Set<string>();

/** The replies of a conversation. Those that an earlier page left unsent are sent again. */
export function repliesOf(store: Store, conversationId: string): Replies {
  const known = opened.get(conversationId);
  if (known) return known;
  const key = KEY + conversationId;
  const place: Place = { ...store, conversationId, me: MANAGER };
  const unsent = signal<readonly Outgoing[]>([]);
  const outbox = createOutbox<Unsent>({
    kept: {
      read: () => readKept(key),
      change(update) {
        const kept = update(readKept(key));
        texts.write(key, kept.length > 0 ? JSON.stringify(kept) : null);
      },
    },
    post: (message) => sendOverFirestore(place, message),
    failureOf: firestoreFailure,
    changed(outgoing) {
      unsent.value = [...outgoing];
      tellOfFailed(conversationId, outgoing);
    },
    // The SDK's own queue keeps the order, and goes on after the tab was closed.
    isQueued: true,
  });
  const replies = { ...outbox, unsent };
  opened.set(conversationId, replies);
  outbox.wake();
  return replies;
}

/** A reply may fail when its conversation is archived, and another one is open. Each is told of once. */
function tellOfFailed(conversationId: string, outgoing: readonly Outgoing[]): void {
  const news = outgoing.filter(({ messageId, fault }) => fault !== undefined && !told.has(messageId));
  for (const { messageId } of news) told.add(messageId);
  if (news.length === 0 || route.peek().conversationId === conversationId) return;
  const open = () => {
    dismissNotice();
    navigate({ view: route.peek().view, conversationId, screen: null });
  };
  sayOffering('A reply was not sent. Its text is kept in the conversation.', 'Open it', open);
}

/** Sends again what an earlier page of this tab has left unsent, in whatever conversation. */
export function sendKeptReplies(store: Store): void {
  for (const key of keptKeys()) repliesOf(store, key.slice(KEY.length));
}

/** Whether any reply of this tab was refused and waits for its manager. */
export function hasFailedReplies(): boolean {
  return [...opened.values()].some(({ unsent }) => unsent.value.some(({ fault }) => fault !== undefined));
}

/** Lets go of everything in a conversation that its manager has deleted. */
export function forgetReplies(conversationId: string): void {
  opened.get(conversationId)?.takeBack(() => true);
  opened.delete(conversationId);
}

function keptKeys(): string[] {
  try {
    return Object.keys(sessionStorage).filter((key) => key.startsWith(KEY));
  } catch {
    return [];
  }
}

function readKept(key: string): Unsent[] {
  try {
    const kept: unknown = JSON.parse(texts.read(key) ?? '[]');
    return Array.isArray(kept) ? kept.flatMap(toUnsent) : [];
  } catch {
    return [];
  }
}

/** Until version 2 the id was kept as `id`. */
function toUnsent(value: unknown): Unsent[] {
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') return [];
  const messageId = 'messageId' in value ? value.messageId : 'id' in value ? value.id : null;
  return typeof messageId === 'string' ? [{ messageId, text: value.text }] : [];
}
