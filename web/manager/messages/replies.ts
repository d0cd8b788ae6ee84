import { MANAGER } from '@foyer/domain/participant';
import { type ReadonlySignal, signal } from '@preact/signals';
import { keepTexts } from '../../conversation/kept-texts.ts';
import { createOutbox, type Outbox, type Outgoing, type Unsent } from '../../conversation/outbox.ts';
import type { Place } from '../../conversation/over-firestore.ts';
import { firestoreFailure, sendOverFirestore } from '../../conversation/send-over-firestore.ts';
import { tellChanged } from '../conversations/own-changes.ts';
import type { Store } from '../firebase/store.ts';
import { dismissNotice, sayOffering } from '../notice/notice.ts';
import { navigate, route } from '../route/history.ts';
import { words } from '../words.ts';

/** The manager's replies in one conversation that the server has not confirmed. */
export interface Replies extends Outbox {
  unsent: ReadonlySignal<readonly Outgoing[]>;
}

/** How many replies of this tab wait to be sent, by conversation. */
export const waitingReplies = signal<ReadonlyMap<string, number>>(new Map());

const KEY = 'foyer:replies:';
/** Before 2026-12 each tab kept its own, by the conversation's id alone. */
const OLD_KEY = 'foyer:outbox:';
/** Of this browser, not of the tab: the SDK stores a write a moment after it was made, and the tab may be closed before that. */
const texts = keepTexts(() => localStorage);
/** They outlive a thread, because a reply may fail when another conversation is open. */
const opened = new Map<string, Replies>();
/** Ids of failed replies that were reported. */
const told = new Set<string>();

/** The replies of a conversation. Those that an earlier page or a closed tab left unsent are sent again: the same id is stored once. */
export function repliesOf(store: Store, conversationId: string): Replies {
  const known = opened.get(conversationId);
  if (known) return known;
  const key = `${keyOf(store)}${conversationId}`;
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
    post(message) {
      const sending = sendOverFirestore(place, message);
      tellChanged(['status']);
      return sending;
    },
    failureOf: () => firestoreFailure(words.messageRefused),
    changed(outgoing) {
      unsent.value = [...outgoing];
      countWaiting(conversationId, outgoing);
      tellOfFailed(conversationId, outgoing);
    },
    // The SDK's queue keeps the order, and continues after the tab is closed.
    isQueued: true,
  });
  const replies = { ...outbox, unsent };
  opened.set(conversationId, replies);
  outbox.wake();
  return replies;
}

function countWaiting(conversationId: string, outgoing: readonly Outgoing[]): void {
  const counts = new Map(waitingReplies.peek());
  const count = outgoing.filter(({ fault }) => fault === undefined).length;
  if (count > 0) counts.set(conversationId, count);
  else counts.delete(conversationId);
  waitingReplies.value = counts;
}

/** A reply may fail when its conversation is archived and another one is open. Each is reported once. */
function tellOfFailed(conversationId: string, outgoing: readonly Outgoing[]): void {
  const news = outgoing.filter(({ messageId, fault }) => fault !== undefined && !told.has(messageId));
  for (const { messageId } of news) told.add(messageId);
  if (news.length === 0 || route.peek().conversationId === conversationId) return;
  const open = () => {
    dismissNotice();
    navigate({ view: route.peek().view, conversationId, screen: null });
  };
  sayOffering(words.replyNotSent, words.open, open);
}

/** Sends replies again that an earlier page or a closed tab left unsent, in any conversation. */
export function sendKeptReplies(store: Store): void {
  const own = keyOf(store);
  takeOver(own);
  for (const key of keysIn(() => localStorage, own)) repliesOf(store, key.slice(own.length));
}

/** Forgets the replies that this browser keeps, with the sign-out. */
export function forgetKeptReplies(): void {
  for (const key of keysIn(() => localStorage, KEY)) texts.write(key, null);
}

function keyOf({ managerId }: Store): string {
  return `${KEY}${managerId}:`;
}

function takeOver(own: string): void {
  const old = keepTexts(() => sessionStorage);
  for (const key of keysIn(() => sessionStorage, OLD_KEY)) {
    const target = own + key.slice(OLD_KEY.length);
    texts.write(target, JSON.stringify([...readKept(target), ...parsed(old.read(key))]));
    old.write(key, null);
  }
}

/** Whether any reply of this tab failed and needs the manager. */
export function hasFailedReplies(): boolean {
  return [...opened.values()].some(({ unsent }) => unsent.value.some(({ fault }) => fault !== undefined));
}

/** Forgets the replies of a conversation that the manager deleted. */
export function forgetReplies(conversationId: string): void {
  opened.get(conversationId)?.takeBack(() => true);
  opened.delete(conversationId);
}

function keysIn(storage: () => Storage, prefix: string): string[] {
  try {
    return Object.keys(storage()).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

function readKept(key: string): Unsent[] {
  return parsed(texts.read(key));
}

function parsed(text: string | null): Unsent[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
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
