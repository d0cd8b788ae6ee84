/** More conversations can't be changed at once. */
export const SELECTED_MAX = 500;

/** The conversations that a manager has selected in a list, by id. */
export interface Selected {
  ids: ReadonlySet<string>;
  /** Where a range begins: the one selected last on its own. */
  anchor: string | null;
  /** What was selected before the current range, which can still shrink. */
  before: ReadonlySet<string>;
}

export const NOTHING: Selected = { ids: new Set(), anchor: null, before: new Set() };

/** Selects a conversation, or no longer. At the maximum, nothing is added. */
export function toggled({ ids }: Selected, id: string): Selected {
  const next = new Set(ids);
  if (!next.delete(id) && next.size < SELECTED_MAX) next.add(id);
  return { ids: next, anchor: id, before: next };
}

/**
 * Selects everything from the anchor to `id`, in the order of the list, in place of the range before. Without an anchor in the list, the range
 * begins at `from`.
 */
export function extendedTo({ anchor, before }: Selected, id: string, order: readonly string[], from = id): Selected {
  const begin = anchor !== null && order.includes(anchor) ? anchor : from;
  const [first, last] = [order.indexOf(begin), order.indexOf(id)];
  if (first < 0 || last < 0) return { anchor, before, ids: before };
  // From the anchor on, so the maximum leaves out what is farthest from it.
  const range = first <= last ? order.slice(first, last + 1) : order.slice(last, first + 1).reverse();
  const all = new Set([...before, ...range]);
  return { ids: new Set([...all].slice(0, SELECTED_MAX)), anchor: begin, before };
}

/** Selects exactly these, or as many of them as can be. */
export function selectionOf(ids: readonly string[]): Selected {
  const chosen = new Set(ids.slice(0, SELECTED_MAX));
  return { ids: chosen, anchor: ids[0] ?? null, before: chosen };
}

/** Without conversations that were in the list and have left it. Those that were not loaded yet stay selected. */
export function withoutLeft(selected: Selected, was: ReadonlySet<string>, is: ReadonlySet<string>): Selected {
  const stays = (id: string) => is.has(id) || !was.has(id);
  if ([...selected.ids].every(stays)) return selected;
  const ids = new Set([...selected.ids].filter(stays));
  return { ids, anchor: selected.anchor, before: new Set([...selected.before].filter(stays)) };
}
