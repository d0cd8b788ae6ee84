import type { Contact } from './contact.ts';
import { emailKeys, nameKeys, phoneKeys } from './person-keys.ts';

export interface Duplicates {
  /** What they have in common. */
  reason: 'email' | 'phone' | 'name';
  /** Two or more, the oldest first. */
  contacts: readonly Contact[];
}

const REASONS = [
  ['email', emailKeys],
  ['phone', phoneKeys],
  ['name', nameKeys],
] as const;

/** Groups of contacts that are possibly the same person, the surest first, each contact in one group. Takes linear time. */
export function findDuplicates(contacts: readonly Contact[]): Duplicates[] {
  const found: Duplicates[] = [];
  const taken = new Set<string>();
  for (const [reason, keysOf] of REASONS) {
    const groups = new Map<string, Contact[]>();
    for (const contact of contacts) {
      for (const key of new Set(keysOf(contact))) {
        const group = groups.get(key);
        if (group) group.push(contact);
        else groups.set(key, [contact]);
      }
    }
    for (const group of groups.values()) {
      const free = group.filter(({ id }) => !taken.has(id)).sort((a, b) => a.createdAtMs - b.createdAtMs);
      if (free.length < 2) continue;
      for (const { id } of free) taken.add(id);
      found.push({ reason, contacts: free });
    }
  }
  return found;
}
