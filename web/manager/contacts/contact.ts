import { type ContactDocument, type ContactFields, nameKeyOf } from '@foyer/domain/contact';
import type { Timestamp } from 'firebase/firestore';
import { nanoid } from 'nanoid';
import type { Found } from '../../lib/live-query.ts';

/** A contact as the dashboard shows it. */
export interface Contact extends ContactFields {
  id: string;
  nameKey: string;
  /** In ms since 1970. */
  createdAtMs: number;
}

export type StoredContact = ContactDocument<Timestamp>;

export function toContact({ id, data }: Pick<Found<StoredContact>, 'id' | 'data'>): Contact {
  const { name, nameKey, notes, fields, emails, phones, conversations, createdAt } = data;
  return { id, name, nameKey, notes, fields, emails, phones, conversations, createdAtMs: createdAt.toMillis() };
}

/** Its own fields, without what the store adds. */
export function fieldsOf({ name, notes, fields, emails, phones, conversations }: ContactFields): ContactFields {
  return { name, notes, fields, emails, phones, conversations };
}

/** A contact that is not stored yet. */
export function newContact(given: Partial<ContactFields> & { name: string }): Contact {
  const contact = { notes: '', fields: {}, emails: [], phones: [], conversations: [], ...given };
  return { id: nanoid(), nameKey: nameKeyOf(contact.name), createdAtMs: Date.now(), ...contact };
}
