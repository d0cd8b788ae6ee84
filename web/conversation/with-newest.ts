import { MESSAGES_PAGE } from '@foyer/domain/limits';
import { mergeMessages, type ThreadMessage } from './messages.ts';
import type { Known } from './reading.ts';

/**
 * Merges the newest page. Only the page decides what is pending, since a refused message disappears without notice. If the page is full and
 * shares no message with the known ones, it replaces them, since some in between may be missing. The server's first page replaces a copy.
 * `total`: the number of messages, where known.
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
