import type { ProfileChanges } from '@foyer/domain/edit-profile';
import type { Draft, Profile } from '@foyer/domain/profile';
import { safeLink } from '@foyer/domain/safe-link';
import { normaliseText } from '@foyer/domain/text';
import { isSame } from './same.ts';

type Field = keyof ProfileChanges;

/** What publishing a draft would change: the new value of each field that differs, `null` for a removed one. */
export function changesBetween(page: Profile, draft: Draft): ProfileChanges {
  return Object.fromEntries(
    fieldsOf(page, draft).flatMap((name) => (isSame(page[name], draft[name]) ? [] : [[name, draft[name] ?? null]])),
  );
}

/** Whether a page has these changes. The server normalises texts and links before it stores them, so both are compared normalised. */
export function hasChanges(page: Profile, changes: ProfileChanges): boolean {
  return Object.entries(changes).every(([name, value]) => isSame(comparable(page[name as Field] ?? null), comparable(value)));
}

/** `draft` with the server's value of each field that is still as it was sent. Fields changed since then stay. */
export function rebased(draft: Draft, sent: Draft, page: Profile): Draft {
  const taken = fieldsOf(page, draft).filter((name) => isSame(draft[name], sent[name]));
  const next = { ...draft, ...Object.fromEntries(taken.map((name) => [name, page[name]])) };
  return isSame(next, draft) ? draft : withoutHoles(next);
}

/** Without fields that are `undefined`: they can't be sent. */
export function withoutHoles<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

function fieldsOf(page: Profile, draft: Draft): Field[] {
  const names = new Set([...Object.keys(page), ...Object.keys(draft)]);
  names.delete('version');
  return [...names] as Field[];
}

/** The same for a value as it was sent and as the server stores it: a line, a longer text or a link. */
function comparable(value: unknown): unknown {
  if (typeof value === 'string') return safeLink(value.trim()) ?? normaliseText(value).replace(/\s+/g, ' ').trim();
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, comparable(inner)]));
}
