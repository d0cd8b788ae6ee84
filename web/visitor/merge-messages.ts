import type { Message } from '@foyer/domain/message';

/** Adds messages to those known: each id once, ordered by the server's time, then by id, as the database orders them. */
export function mergeMessages(known: readonly Message[], more: readonly Message[]): Message[] {
  const byId = new Map([...known, ...more].map((message) => [message.id, message]));
  return [...byId.values()].sort((one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1));
}

/**
 * Adds the newest page. When it is full and shares nothing with what is known, messages between may be missing: then it replaces
 * what is known, and the older ones are to be fetched anew.
 */
export function mergeNewest(known: readonly Message[], newest: readonly Message[], pageSize: number): Message[] {
  const ids = new Set(known.map((message) => message.id));
  const isConnected = newest.length < pageSize || newest.some((message) => ids.has(message.id));
  return mergeMessages(isConnected ? known : [], newest);
}
