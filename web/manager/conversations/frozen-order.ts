import type { Cursor } from '../../lib/list-query.ts';
import { comparePlaces, type Placed } from './stretches.ts';

/** The order in which a list was shown, and what was the last message of each row then. */
export interface FrozenOrder {
  messageIds: ReadonlyMap<string, string>;
  /** The place of the oldest row: what is older was loaded later, and follows. */
  end: Cursor | null;
}

export interface OrderedRow extends Placed {
  lastMessage: { id: string };
  unread: number;
}

export const NO_ORDER: FrozenOrder = { messageIds: new Map(), end: null };

/** The order of the rows as they are. */
export function orderOf(rows: readonly OrderedRow[]): FrozenOrder {
  return { messageIds: new Map(rows.map(({ id, lastMessage }) => [id, lastMessage.id])), end: rows.at(-1)?.place ?? null };
}

/** The live rows in a frozen order: what arrived since is left out, what was loaded since follows. A row that left and returns has its place again. */
export function inFrozenOrder<R extends OrderedRow>(live: readonly R[], { messageIds, end }: FrozenOrder): R[] {
  const ranks = new Map([...messageIds.keys()].map((id, rank) => [id, rank]));
  const rankOf = ({ id }: R) => ranks.get(id) ?? Number.POSITIVE_INFINITY;
  const known = live.filter(({ id }) => ranks.has(id)).sort((one, other) => rankOf(one) - rankOf(other));
  const isLater = ({ id, place, isPlacePending }: R) => !ranks.has(id) && !isPlacePending && end !== null && comparePlaces(end, place) < 0;
  return [...known, ...live.filter(isLater)];
}

/** The same order, with the rows at its end that were loaded since. */
export function withLoaded(order: FrozenOrder, shown: readonly OrderedRow[]): FrozenOrder {
  const loaded = shown.filter(({ id }) => !order.messageIds.has(id));
  if (loaded.length === 0) return order;
  const messageIds = new Map([...order.messageIds, ...orderOf(loaded).messageIds]);
  return { messageIds, end: loaded.at(-1)?.place ?? order.end };
}

/** How many rows a new order would put higher for something that nobody has read: those left out, and those with a new message. */
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
