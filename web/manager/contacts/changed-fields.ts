import { type ContactFields, contactTermsOf, nameKeyOf } from '@foyer/domain/contact';
import { arrayRemove, arrayUnion, deleteField } from 'firebase/firestore';

const LISTS = ['emails', 'phones', 'conversations'] as const;

/** The parts of a field's path, and what is written there. */
export type FieldChange = [path: readonly string[], value: unknown];

/**
 * What to write so that a contact becomes another one. Entries that are added to a list or removed from it, and single own fields, are
 * written alone: two devices that change one contact at the same moment keep both changes.
 */
export function changedFields(from: ContactFields, to: ContactFields): FieldChange[] {
  const changes: FieldChange[] = [];
  const change = (value: unknown, ...path: string[]) => changes.push([path, value]);
  if (to.name !== from.name) {
    change(to.name, 'name');
    change(nameKeyOf(to.name), 'nameKey');
  }
  if (to.notes !== from.notes) change(to.notes, 'notes');
  for (const label of new Set([...Object.keys(from.fields), ...Object.keys(to.fields)])) {
    const [before, after] = [from.fields, to.fields].map((fields) => (Object.hasOwn(fields, label) ? fields[label] : undefined));
    if (after !== before) change(after ?? deleteField(), 'fields', label);
  }
  for (const list of LISTS) {
    const value = changedList(from[list], to[list]);
    if (value !== null) change(value, list);
  }
  if (to.name !== from.name || to.emails.join('\n') !== from.emails.join('\n')) {
    change(2, 'version');
    change(contactTermsOf(to), 'terms');
  }
  return changes;
}

/** `null` if nothing changes. A list in another order, or with an entry in place of another, is written as a whole. */
function changedList(from: readonly string[], to: readonly string[]): unknown {
  const added = to.filter((entry) => !from.includes(entry));
  const removed = from.filter((entry) => !to.includes(entry));
  const kept = from.filter((entry) => to.includes(entry));
  if (added.length > 0 && isSame([...from, ...added], to)) return arrayUnion(...added);
  if (removed.length > 0 && isSame(kept, to)) return arrayRemove(...removed);
  return isSame(from, to) ? null : [...to];
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((entry, index) => entry === other[index]);
}
