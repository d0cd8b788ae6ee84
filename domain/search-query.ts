import { type Word, wordsIn } from './search-words.ts';

/** Reads what someone typed into the search. Every text is a query: what is no filter is words. */

export const IS_FILTERS = ['unread', 'read', 'pinned', 'muted', 'blocked'] as const;
export type IsFilter = (typeof IS_FILTERS)[number];

export const IN_FILTERS = ['inbox', 'snoozed', 'archive', 'requests', 'spam'] as const;
export type InFilter = (typeof IN_FILTERS)[number];

/** Words that must follow each other; a single word usually. */
export interface Need {
  words: readonly Word[];
  /** The last one may be a beginning, from three letters. */
  isOpen: boolean;
}

export interface SearchQuery {
  /** All must occur in a message, or in a conversation's names and section. */
  needs: readonly Need[];
  /** All must occur in the visitor's name, or in the manager's own name for the visitor. */
  from: readonly Need[];
  /** Names of labels, as typed. */
  labels: readonly string[];
  is: readonly IsFilter[];
  in: readonly InFilter[];
  /** A day, `2026-01-31`, or `null`. That day is not included. */
  before: string | null;
  /** A day, or `null`. That day is included. */
  after: string | null;
}

/** More of a kind are words. */
const FILTERS_MAX = 5;

/** A filter with its value, a phrase, or a word. A quote that isn't closed ends with the query. */
const PART = /(from|label|is|in|before|after):(?:"([^"]*)"?|([^\s"]+))|"([^"]*)"?|[^\s"]+/giu;
/** Phones write these for a straight quote. */
const QUOTES = /[“”„‟＂]/g;

/** Parses a query. Never fails. */
export function parseSearch(typed: string): SearchQuery {
  const from: Need[] = [];
  const lists = { label: [] as string[], is: [] as IsFilter[], in: [] as InFilter[], before: [] as string[], after: [] as string[] };
  const needs: Need[] = [];
  let lastWord = -1;
  for (const { 0: whole, 1: name, 2: quoted, 3: bare, 4: phrase } of typed.replace(QUOTES, '"').matchAll(PART)) {
    if (name !== undefined && takesFilter(name.toLowerCase(), (quoted ?? bare ?? '').trim(), from, lists)) continue;
    const words = wordsIn(phrase ?? whole);
    if (words.length === 0) continue;
    if (phrase === undefined) lastWord = needs.length;
    needs.push({ words, isOpen: false });
  }
  const { label: labels, before, after, ...others } = lists;
  return {
    ...others,
    needs: needs.map((need, index) => ({ ...need, isOpen: index === lastWord })),
    from,
    labels,
    before: before.toSorted()[0] ?? null,
    after: after.toSorted().at(-1) ?? null,
  };
}

/** Whether nothing can be searched for: no word, no filter. */
export function isEmptySearch({ needs, ...filters }: SearchQuery): boolean {
  return needs.length === 0 && !hasFilters(filters);
}

export function hasFilters({ from, labels, is, in: places, before, after }: Omit<SearchQuery, 'needs'>): boolean {
  return [from, labels, is, places].some(({ length }) => length > 0) || before !== null || after !== null;
}

interface Lists {
  label: string[];
  is: IsFilter[];
  in: InFilter[];
  before: string[];
  after: string[];
}

/** Adds a filter, and returns whether its value is possible. */
function takesFilter(name: string, value: string, from: Need[], lists: Lists): boolean {
  const add = <T>(list: T[], found: T | undefined): boolean => {
    if (found === undefined || list.length >= FILTERS_MAX) return false;
    list.push(found);
    return true;
  };
  const small = value.toLowerCase();
  switch (name) {
    case 'from': {
      const words = wordsIn(value);
      const needs = words.map((word, index): Need => ({ words: [word], isOpen: index === words.length - 1 }));
      if (needs.length === 0 || from.length + needs.length > 2 * FILTERS_MAX) return false;
      from.push(...needs);
      return true;
    }
    case 'label':
      return value !== '' && add(lists.label, value);
    case 'is':
      return add(
        lists.is,
        IS_FILTERS.find((one) => one === small),
      );
    case 'in':
      return add(
        lists.in,
        IN_FILTERS.find((one) => one === small),
      );
    default:
      return add(name === 'before' ? lists.before : lists.after, isDay(value) ? value : undefined);
  }
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const ms = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value);
}
