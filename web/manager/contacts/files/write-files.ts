import ICAL from 'ical.js';
import Papa from 'papaparse';
import { FIELD_PREFIX } from './columns.ts';
import type { Entry } from './entry.ts';
import { guarded } from './guard.ts';
import { FIELD_PROPERTY } from './read-vcard.ts';

/** Spreadsheets read a file as UTF-8 only with this mark at its beginning. */
const BOM = '\ufeff';

/** Contacts as CSV, with a column for each label. No cell is a formula. */
export function csvOf(entries: readonly Entry[]): string {
  const most = (listOf: (entry: Entry) => readonly string[]) => Math.max(1, ...entries.map((entry) => listOf(entry).length));
  const emails = most((entry) => entry.emails);
  const phones = most((entry) => entry.phones);
  const labels = [...new Set(entries.flatMap(({ fields }) => Object.keys(fields)))].sort();
  const numbered = (name: string, count: number) => Array.from({ length: count }, (_, index) => `${name} ${index + 1}`);
  const padded = (list: readonly string[], count: number) => Array.from({ length: count }, (_, index) => list[index] ?? '');
  const header = [
    'Name',
    ...numbered('Email', emails),
    ...numbered('Phone', phones),
    'Notes',
    ...labels.map((label) => FIELD_PREFIX + label),
  ];
  const rows = entries.map((entry) => [
    entry.name,
    ...padded(entry.emails, emails),
    ...padded(entry.phones, phones),
    entry.notes,
    ...labels.map((label) => (Object.hasOwn(entry.fields, label) ? (entry.fields[label] ?? '') : '')),
  ]);
  return (
    BOM +
    Papa.unparse(
      [header, ...rows].map((row) => row.map(guarded)),
      { newline: '\r\n' },
    )
  );
}

/** Contacts as vCards, version 4.0 (RFC 6350). */
export function vcardOf(entries: readonly Entry[]): string {
  return entries.map((entry) => `${ICAL.stringify(cardOf(entry))}\r\n`).join('');
}

function cardOf({ name, emails, phones, notes, fields }: Entry): [string, unknown[], unknown[]] {
  const text = (property: string, value: string) => [property, {}, 'text', value];
  return [
    'vcard',
    [
      text('version', '4.0'),
      text('fn', name),
      ...emails.map((email) => text('email', email)),
      ...phones.map((phone) => text('tel', phone)),
      ...(notes === '' ? [] : [text('note', notes)]),
      ...Object.entries(fields).map(([label, value]) => text(FIELD_PROPERTY.toLowerCase(), `${label}\n${value}`)),
    ],
    [],
  ];
}
