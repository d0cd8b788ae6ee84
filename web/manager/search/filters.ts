import { dayAt } from '@foyer/domain/days';
import type { KnownLabels } from '../conversations/known-labels.ts';
import { labelsLike } from '../labels/label-names.ts';

/** What a search can be narrowed to. Each is typed before a colon, in every language. */
export const FILTERS = ['from', 'label', 'is', 'in', 'before', 'after'] as const;
export type FilterName = (typeof FILTERS)[number];

/** What `is:` suggests. `is:read` is known too, but no one looks for it. */
export const STATES = ['unread', 'pinned', 'muted', 'blocked'] as const;
export type StateName = (typeof STATES)[number];

/** The lists that `in:` knows. */
export const PLACES = ['inbox', 'snoozed', 'archive', 'requests', 'spam'] as const;
export type PlaceName = (typeof PLACES)[number];

/** What `before:` and `after:` suggest: one of each unit ago. */
const DAYS_AGO = { day: 1, week: 7, month: 30, year: 365 } as const;
export type AgoUnit = keyof typeof DAYS_AGO;
const DAY_MS = 24 * 3600_000;
/** More labels have no room below the field. */
const LABELS_MAX = 12;

/** How the last filter of a query can be completed. */
export type Suggestion = { text: string } & (
  | { kind: 'state'; state: StateName }
  | { kind: 'place'; place: PlaceName }
  | { kind: 'label'; id: string }
  | { kind: 'day'; unit: AgoUnit }
);

/** A filter at the end, whose value is being typed; in quotes it may have spaces. */
const UNFINISHED = /(?:^|\s)(from|label|is|in|before|after):(?:"([^"]*)|([^\s"]*))$/i;

/** What is searched for while this is typed: without spaces around it, and without a filter at the end that has no whole value yet. */
export function searchable(query: string): string {
  const trimmed = query.trim();
  return isWhole(unfinishedIn(trimmed)) ? trimmed : withoutUnfinished(trimmed);
}

function isWhole({ filter, typed }: Unfinished): boolean {
  switch (filter) {
    case 'is':
      return typed !== '' && begun([...STATES, 'read'], typed).length === 0;
    case 'in':
      return typed !== '' && begun(PLACES, typed).length === 0;
    case 'before':
    case 'after':
      return !/^[\d-]{0,9}$/.test(typed);
    default:
      return filter === null || typed !== '';
  }
}

interface Known {
  labels: KnownLabels | null;
  nowMs: number;
  /** The browser's. */
  timeZone: string;
}

/** What completes the filter at the end of a query, none if there is no unfinished one. */
export function suggestionsFor(query: string, { labels, nowMs, timeZone }: Known): Suggestion[] {
  const { filter, typed } = unfinishedIn(query);
  switch (filter) {
    case 'is':
      return begun(STATES, typed).map((state) => ({ kind: 'state', state, text: `is:${state}` }));
    case 'in':
      return begun(PLACES, typed).map((place) => ({ kind: 'place', place, text: `in:${place}` }));
    case 'label':
      return labelsLike(labels ?? new Map(), typed)
        .filter((label) => label.name.toLowerCase() !== typed)
        .slice(0, LABELS_MAX)
        .map(({ id, name: label }) => ({ kind: 'label', id, text: `label:${quotedIfNeeded(label)}` }));
    case 'before':
    case 'after':
      return (Object.keys(DAYS_AGO) as AgoUnit[])
        .map((unit) => ({ unit, day: dayAt(nowMs - DAYS_AGO[unit] * DAY_MS, timeZone) }))
        .filter(({ day }) => day.startsWith(typed) && day !== typed)
        .map(({ unit, day }) => ({ kind: 'day', unit, text: `${filter}:${day}` }));
    default:
      return [];
  }
}

/** The query with its unfinished filter completed, and room for the next word. */
export function completed(query: string, { text }: Suggestion): string {
  return `${withoutUnfinished(query)} ${text} `.trimStart();
}

/** The query with a further filter at its end, to be completed. */
export function withFilter(query: string, filter: FilterName): string {
  return `${searchable(query)} ${filter}:`.trimStart();
}

interface Unfinished {
  /** `null` if the query ends with something else. */
  filter: string | null;
  typed: string;
}

function unfinishedIn(query: string): Unfinished {
  const [, name, quoted, plain = ''] = UNFINISHED.exec(query) ?? [];
  return { filter: name?.toLowerCase() ?? null, typed: (quoted ?? plain).toLowerCase() };
}

function withoutUnfinished(query: string): string {
  return query.replace(UNFINISHED, '').trim();
}

/** The values that begin with what is typed, and go on. */
function begun<V extends string>(values: readonly V[], typed: string): V[] {
  return values.filter((value) => value.startsWith(typed) && value !== typed);
}

function quotedIfNeeded(name: string): string {
  return /\s/.test(name) ? `"${name.replaceAll('"', '')}"` : name;
}
