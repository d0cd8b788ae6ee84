import { firstCharacter } from '@foyer/domain/characters';
import { startOfDay } from '@foyer/domain/days';
import { LABEL_NAME_MAX } from '@foyer/domain/limits';
import { matchesIn } from '@foyer/domain/search-match';
import type { InFilter, IsFilter, Need, SearchQuery } from '@foyer/domain/search-query';
import { normaliseLine } from '@foyer/domain/text';
import type { StoredConversation, Tables } from '../db.ts';
import type { ReadBudget } from './read-budget.ts';

/** A query whose filters are resolved: labels to ids, days to times. */
export interface Wanted extends Pick<SearchQuery, 'needs' | 'from' | 'is' | 'in'> {
  /** For each label of the query, the ids that it can mean: a conversation must have one of each. */
  labels: readonly (readonly string[])[];
  /** In ms since 1970: from `afterMs`, and before `beforeMs`. */
  beforeMs: number | null;
  afterMs: number | null;
}

/** Labels read by one search, for all its filters. */
const LABELS_READ = 10;

/** Resolves a query's filters, with up to eleven reads. Days are those of the page's time zone, or else UTC, as in the statistics. */
export async function resolved(table: Tables, reads: ReadBudget, managerId: string, query: SearchQuery): Promise<Wanted> {
  const { needs, from, is, in: places, before, after } = query;
  const zone = before === null && after === null ? undefined : await timeZoneOf(table, reads, managerId);
  const labels = await labelsNamed(table, reads, managerId, query.labels);
  const start = (day: string | null) => (day === null ? null : startOfDay(day, zone));
  return { needs, from, is, in: places, labels, beforeMs: start(before), afterMs: start(after) };
}

/** Whether a conversation has everything that filters ask of it, apart from days. */
export function passes(conversation: StoredConversation, { from, labels, is, in: places }: Wanted): boolean {
  return (
    is.every((filter) => IS[filter](conversation)) &&
    places.every((place) => isIn(conversation, place)) &&
    labels.every((ids) => ids.some((id) => conversation.labels.includes(id))) &&
    isNamed(conversation, from)
  );
}

/** Whether the visitor's name and the manager's own name for them have all these words. */
export function isNamed({ alias, visitor }: StoredConversation, needs: readonly Need[]): boolean {
  return needs.length === 0 || matchesIn(`${alias}\n${visitor.name}`, needs) !== null;
}

/** Without a message: names and section. */
export function isAbout({ alias, visitor, section }: StoredConversation, needs: readonly Need[]): boolean {
  return needs.length === 0 || matchesIn(`${alias}\n${visitor.name}\n${section ?? ''}`, needs) !== null;
}

/** Whether a time is between the days of a query. */
export function isWithin(ms: number, { beforeMs, afterMs }: Pick<Wanted, 'beforeMs' | 'afterMs'>): boolean {
  return (beforeMs === null || ms < beforeMs) && (afterMs === null || ms >= afterMs);
}

/** Whether the query names a label that doesn't exist: then nothing can be found. */
export function isImpossible({ labels }: Wanted): boolean {
  return labels.some((ids) => ids.length === 0);
}

const IS: Readonly<Record<IsFilter, (conversation: StoredConversation) => boolean>> = {
  unread: ({ isUnread }) => isUnread,
  read: ({ isUnread }) => !isUnread,
  pinned: ({ pinned }) => pinned,
  muted: ({ isMuted }) => isMuted,
  blocked: ({ blockedAt }) => blockedAt !== null,
};

const STATUS_IN = { inbox: 'open', snoozed: 'snoozed', archive: 'archived' } as const;

function isIn({ tray, status }: StoredConversation, place: InFilter): boolean {
  if (place === 'requests' || place === 'spam') return tray === place;
  return tray === 'inbox' && status === STATUS_IN[place];
}

async function timeZoneOf(table: Tables, reads: ReadBudget, managerId: string): Promise<string | undefined> {
  const [manager] = await reads.get([table.manager(managerId)]);
  return manager?.profile.timeZone;
}

async function labelsNamed(table: Tables, reads: ReadBudget, managerId: string, names: readonly string[]): Promise<string[][]> {
  if (names.length === 0) return [];
  const spellings = names.map(spellingsOf);
  const named = table.labels(managerId).where('name', 'in', [...new Set(spellings.flat())]);
  const found = await reads.find(named, LABELS_READ);
  return spellings.map((ofOne) => found.filter((label) => ofOne.includes(label.data().name)).map(({ id }) => id));
}

/** A label's name as people type it. The store compares letters exactly, and reading all labels could take 50 reads. */
function spellingsOf(typed: string): string[] {
  const name = normaliseLine(typed, LABEL_NAME_MAX);
  const small = name.toLowerCase();
  return [...new Set([name, small, name.toUpperCase(), capital(small), small.split(' ').map(capital).join(' ')])];
}

function capital(word: string): string {
  const first = firstCharacter(word);
  return first.toUpperCase() + word.slice(first.length);
}
