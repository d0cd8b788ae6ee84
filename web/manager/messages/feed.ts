import type { MessageDocument, Sender } from '@foyer/domain/message';
import type { Timestamp } from 'firebase/firestore';
import type { Cursor, Found } from '../../lib/live-query.ts';

/** A message as the thread shows it. */
export interface ThreadMessage {
  id: string;
  sender: Sender;
  text: string;
  /** In ms since 1970; while it is being sent, by this browser's clock. */
  createdAt: number;
  delivery: 'sent' | 'sending' | 'failed';
  /** Its place in the conversation, or `null` where it has none. */
  place: Cursor | null;
}

export function toMessage({ id, data, isTimePending, isPending }: Found<MessageDocument<Timestamp>>): ThreadMessage {
  const { sender, text, createdAt } = data;
  return {
    id,
    sender,
    text,
    createdAt: createdAt.toMillis(),
    delivery: isTimePending || isPending ? 'sending' : 'sent',
    place: { at: createdAt, id },
  };
}

/** Adds messages to those known: each id once, in the order of the server's time and then of ids. What is being sent comes last. */
export function mergeFeed(known: readonly ThreadMessage[], more: readonly ThreadMessage[]): ThreadMessage[] {
  const byId = new Map([...known, ...more].map((message) => [message.id, message]));
  return [...byId.values()].sort(inOrder);
}

/**
 * Takes in the newest page. What is being sent is only what the page says, since a refused message leaves without a word. When the page is
 * full and shares nothing with what is known, messages between may be missing: then it replaces all, and older ones are fetched anew.
 */
export function withNewest(known: readonly ThreadMessage[], newest: readonly ThreadMessage[], pageSize: number): ThreadMessage[] {
  const stored = known.filter(({ delivery }) => delivery === 'sent');
  const ids = new Set(stored.map(({ id }) => id));
  const isConnected = newest.length < pageSize || newest.some(({ id }) => ids.has(id));
  return mergeFeed(isConnected ? stored : [], newest);
}

function inOrder(one: ThreadMessage, other: ThreadMessage): number {
  const isWaiting = Number(one.delivery !== 'sent') - Number(other.delivery !== 'sent');
  const [at, otherAt] = [one.place?.at, other.place?.at];
  const byTime = at && otherAt ? at.seconds - otherAt.seconds || at.nanoseconds - otherAt.nanoseconds : one.createdAt - other.createdAt;
  return isWaiting || byTime || (one.id < other.id ? -1 : 1);
}
