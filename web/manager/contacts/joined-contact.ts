import type { ContactFields } from '@foyer/domain/contact';
import { CONTACT, LINES_MAX } from '@foyer/domain/limits';

/** Two contacts as one, with the name of the first. `null` if together they exceed a limit of a contact. */
export function mergeContacts(first: ContactFields, second: ContactFields): ContactFields | null {
  const merged: ContactFields = {
    name: first.name,
    notes: joined(first.notes, second.notes),
    fields: withFields(first.fields, second.fields),
    emails: union(first.emails, second.emails, (email) => email.toLowerCase()),
    phones: union(first.phones, second.phones, (phone) => phone.replace(/[^\d+]/g, '') || phone),
    conversations: union(first.conversations, second.conversations, (id) => id),
  };
  const { notes, fields, emails, phones, conversations } = merged;
  const fits =
    notes.length <= CONTACT.notes &&
    notes.split('\n').length <= LINES_MAX &&
    Object.entries(fields).length <= CONTACT.fields &&
    Object.keys(fields).every((label) => label.length <= CONTACT.label) &&
    emails.length <= CONTACT.emails &&
    phones.length <= CONTACT.phones &&
    conversations.length <= CONTACT.conversations;
  return fits ? merged : null;
}

function joined(first: string, second: string): string {
  if (first.includes(second)) return first;
  return second.includes(first) ? second : `${first}\n\n${second}`;
}

/** Of a label with two values, the second gets a number: `Company 2`. */
function withFields(first: ContactFields['fields'], second: ContactFields['fields']): Record<string, string> {
  const all = new Map(Object.entries(first));
  for (const [label, value] of Object.entries(second)) {
    let free = label;
    for (let count = 2; all.has(free) && all.get(free) !== value; count++) free = `${label} ${count}`;
    all.set(free, value);
  }
  return Object.fromEntries(all);
}

/** Each once by its key, in order. */
function union(first: readonly string[], second: readonly string[], keyOf: (entry: string) => string): string[] {
  const all = new Map<string, string>();
  for (const entry of [...first, ...second]) if (!all.has(keyOf(entry))) all.set(keyOf(entry), entry);
  return [...all.values()];
}
