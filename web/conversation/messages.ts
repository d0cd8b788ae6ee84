import { MESSAGES_PAGE } from '@foyer/domain/limits';
import type { Message } from '@foyer/domain/message';

/**
 * A message of a thread. `createdAt` is in ms since 1970 by the server's clock, with a fraction where the store has one: the API sends
 * whole milliseconds.
 */
export interface ThreadMessage extends Message {
  /** On its way. Its time is this browser's. */
  isPending?: boolean;
}

/** What is known of a conversation's messages, oldest first, from some message on to the newest. */
export interface Known {
  messages: readonly ThreadMessage[];
  /** Whether that begins with the first message of all. */
  isWhole: boolean;
  /** Whether it's only this browser's own copy, which may have gaps. */
  isCopy: boolean;
}

/** Nothing is known yet. */
export const NOTHING: Known = { messages: [], isWhole: false, isCopy: false };

/** Adds messages to those known: each id once, by the server's time, then by id, as the store orders them. What is on its way comes last. */
export function mergeMessages(known: readonly ThreadMessage[], more: readonly ThreadMessage[]): ThreadMessage[] {
  const byId = new Map([...known, ...more].map((message) => [message.id, withKind(message)]));
  const isLate = ({ isPending = false }: ThreadMessage) => Number(isPending);
  return [...byId.values()].sort(
    (one, other) => isLate(one) - isLate(other) || one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1),
  );
}

/** The API of version 1 sends no `kind`, and may still answer right after a deployment. */
function withKind(message: ThreadMessage): ThreadMessage {
  return message.kind ? message : { ...message, kind: 'text' };
}

/**
 * Takes in the newest page. What is on its way is only what the page says, since a refused message leaves without a word. When the page is
 * full and shares nothing with what is known, messages between may be missing: then it replaces all, and older ones can be fetched. The
 * server's first page replaces a copy. `total`: how many messages there are, where that is known.
 */
export function withNewest(known: Known, newest: readonly ThreadMessage[], isFromServer = true, total?: number): Known {
  const stored = known.isCopy && isFromServer ? [] : known.messages.filter(({ isPending }) => !isPending);
  const ids = new Set(stored.map(({ id }) => id));
  const isFull = newest.length >= MESSAGES_PAGE;
  const isJoined = !isFull || newest.some(({ id }) => ids.has(id));
  return {
    messages: mergeMessages(isJoined ? stored : [], newest),
    isWhole: (isJoined && known.isWhole) || (isFromServer && (!isFull || newest.length === total)),
    isCopy: !isFromServer && (known.isCopy || stored.length === 0),
  };
}
