import { INBOX_PAGE, LIST_MAX } from '@foyer/domain/limits';
import type { Cursor } from '../../lib/list-query.ts';

/** An item with a position in a list, newest first. */
export interface Placed {
  id: string;
  place: Cursor;
  isPlacePending: boolean;
}

/**
 * A part of the list that one bounded live query covers. The parts follow each other without a gap. When a newer item pushes another out at
 * the bottom, the part gets a fixed end and keeps it. A full part is split in two.
 */
export interface ListPart<I extends Placed> {
  key: number;
  after: Cursor | null;
  /** The fixed end, or `null` if only the limit ends it. */
  until: Cursor | null;
  limit: number;
  items: readonly I[];
  /** Items known to belong here, until the server has answered for this part. */
  held: readonly I[];
}

export type ListParts<I extends Placed> = readonly ListPart<I>[];

export function firstPage<I extends Placed>(limit = INBOX_PAGE): ListParts<I> {
  return [{ key: 0, after: null, until: null, limit, items: [], held: [] }];
}

/** Adds the next page after the last known item. Returns the same parts if there is none. */
export function withNextPage<I extends Placed>(parts: ListParts<I>): ListParts<I> {
  const last = parts.at(-1);
  const end = last && (last.until ?? placed(last).at(-1)?.place);
  if (!end) return parts;
  return [...parts, { key: nextKey(parts), after: end, until: null, limit: INBOX_PAGE, items: [], held: [] }];
}

/** Whether there may be more after the last page. */
export function mayHaveMore<I extends Placed>(parts: ListParts<I>): boolean {
  const last = parts.at(-1);
  return last !== undefined && (last.until !== null || last.items.length >= last.limit);
}

/** The parts after one of them got an answer. Those with new keys need a listener. */
export function hear<I extends Placed>(parts: ListParts<I>, key: number, items: readonly I[], isFromServer: boolean): ListParts<I> {
  return parts.flatMap((part) => (part.key === key ? grown(part, items, isFromServer, nextKey(parts)) : [part]));
}

/** All items, newest first, each once. */
export function merged<I extends Placed>(parts: ListParts<I>): I[] {
  const byId = new Map<string, I>();
  for (const item of parts.flatMap(({ held }) => held)) byId.set(item.id, item);
  // While an item moves from one part to another, both may have it: the newer position is right.
  for (const item of parts.flatMap(({ items }) => items)) {
    const other = byId.get(item.id);
    if (!other || byNewest(item, other) <= 0) byId.set(item.id, item);
  }
  return [...byId.values()].sort(byNewest);
}

function grown<I extends Placed>(part: ListPart<I>, items: readonly I[], isFromServer: boolean, newKey: number): ListParts<I> {
  const held = isFromServer ? [] : part.held.filter(({ id }) => items.every((item) => item.id !== id));
  if (part.until === null) {
    const lost = pushedOut(part, items);
    if (lost.length === 0) return [{ ...part, items, held }];
    const until = lost.at(-1)?.place ?? null;
    return [{ ...part, key: newKey, until, limit: LIST_MAX, items: [], held: [...items, ...lost] }];
  }
  const middle = placed({ items })[LIST_MAX / 2 - 1]?.place;
  if (items.length < LIST_MAX || !middle) return [{ ...part, items, held }];
  const isNewer = (item: I) => item.isPlacePending || comparePlaces(item.place, middle) <= 0;
  const all = [...items, ...held];
  return [
    { ...part, key: newKey, until: middle, items: [], held: all.filter(isNewer) },
    { ...part, key: newKey + 1, after: middle, items: [], held: all.filter((item) => !isNewer(item)) },
  ];
}

/** Items that were pushed out at the bottom of a full page. Those that left above the bottom have changed and belong elsewhere. */
function pushedOut<I extends Placed>({ items: before, limit }: ListPart<I>, items: readonly I[]): I[] {
  const end = placed({ items }).at(-1)?.place;
  if (items.length < limit || !end) return [];
  const ids = new Set(items.map(({ id }) => id));
  return before.filter((item) => !item.isPlacePending && !ids.has(item.id) && comparePlaces(item.place, end) > 0);
}

function placed<I extends Placed>({ items }: Pick<ListPart<I>, 'items'>): I[] {
  return items.filter(({ isPlacePending }) => !isPlacePending);
}

function nextKey<I extends Placed>(parts: ListParts<I>): number {
  return Math.max(...parts.map(({ key }) => key)) + 1;
}

/** Negative when the first is newer. Items without a server time yet are the newest. */
function byNewest(one: Placed, other: Placed): number {
  if (one.isPlacePending !== other.isPlacePending) return one.isPlacePending ? -1 : 1;
  return comparePlaces(one.place, other.place);
}

/** Negative when the first is newer. */
export function comparePlaces(one: Cursor, other: Cursor): number {
  const byTime = other.at.seconds - one.at.seconds || other.at.nanoseconds - one.at.nanoseconds;
  if (byTime !== 0) return byTime;
  return one.id === other.id ? 0 : one.id > other.id ? -1 : 1;
}
