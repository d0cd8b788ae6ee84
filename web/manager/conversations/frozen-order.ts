import type { Cursor } from '../../lib/list-query.ts';
import { comparePlaces, type Placed } from './list-parts.ts';

/** The order in which a list was shown, and the last message of each row at that time. */
export interface FrozenOrder {
  messageIds: ReadonlyMap<string, string>;
  /** The position of the oldest row. Older rows were loaded later, and follow. */
  end: Cursor | null;
}

export interface OrderedRow extends Placed {
  lastMessage: { id: string };
  unread: number;
}

export const NO_ORDER: FrozenOrder = { messageIds: new Map(), end: null };

export function orderOf(rows: readonly OrderedRow[]): FrozenOrder {
  return { messageIds: new Map(rows.map(({ id, lastMessage }) => [id, lastMessage.id])), end: rows.at(-1)?.place ?? null };
}

/** The live rows in a frozen order: without rows that arrived since, followed by rows that were loaded since. A row that left and returns gets its old position. */
export function inFrozenOrder<R extends OrderedRow>(live: readonly R[], { messageIds, end }: FrozenOrder): R[] {
  const ranks = new Map([...messageIds.keys()].map((id, rank) => [id, rank]));
  const rankOf = ({ id }: R) => ranks.get(id) ?? Number.POSITIVE_INFINITY;
  const known = live.filter(({ id }) => ranks.has(id)).sort((one, other) => rankOf(one) - rankOf(other));
  const isLater = ({ id, place, isPlacePending }: R) => !ranks.has(id) && !isPlacePending && end !== null && comparePlaces(end, place) < 0;
  return [...known, ...live.filter(isLater)];
}

/** The same order, followed by the rows that were loaded since. */
export function withLoaded(order: FrozenOrder, shown: readonly OrderedRow[]): FrozenOrder {
  const loaded = shown.filter(({ id }) => !order.messageIds.has(id));
  if (loaded.length === 0) return order;
  const messageIds = new Map([...order.messageIds, ...orderOf(loaded).messageIds]);
  return { messageIds, end: loaded.at(-1)?.place ?? order.end };
}

/** How many rows would move up in a new order because of something unread: those left out, and those with a new message. */
export function countNew(
  live: readonly OrderedRow[],
  { messageIds }: FrozenOrder,
  shown: readonly OrderedRow[],
  openId: string | null,
): number {
  const shownIds = new Set(shown.map(({ id }) => id));
  return live.filter(({ id, unread, lastMessage }) =>
    shownIds.has(id) ? unread > 0 && id !== openId && messageIds.get(id) !== lastMessage.id : true,
  ).length;
}
