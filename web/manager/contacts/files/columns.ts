import { plainLetters } from '@foyer/domain/plain-letters';
import type { FieldLabels, RawEntry } from './entry.ts';

/** What a column of a CSV file contains. `field`: under the manager's own label. */
type Column = { is: 'name' | 'first' | 'middle' | 'last' | 'notes' | 'email' | 'phone' | 'none' } | { is: 'field'; label: string };

/** Columns of Foyer's own files for the manager's fields. */
export const FIELD_PREFIX = 'Field: ';

const EXACT: Readonly<Record<string, Column['is']>> = {
  name: 'name',
  'full name': 'name',
  'display name': 'name',
  fullname: 'name',
  'file as': 'none',
  'given name': 'first',
  'first name': 'first',
  firstname: 'first',
  vorname: 'first',
  'middle name': 'middle',
  'additional name': 'middle',
  'family name': 'last',
  'last name': 'last',
  lastname: 'last',
  surname: 'last',
  nachname: 'last',
  notes: 'notes',
  note: 'notes',
  notizen: 'notes',
  mail: 'email',
  mobile: 'phone',
  pager: 'phone',
};

/** Columns that are worth a field. Google numbers some of them. */
const FIELDS: Readonly<Record<string, keyof FieldLabels>> = {
  company: 'company',
  organization: 'company',
  'organization name': 'company',
  'organization 1 - name': 'company',
  firma: 'company',
  'job title': 'jobTitle',
  'organization title': 'jobTitle',
  'organization 1 - title': 'jobTitle',
  title: 'jobTitle',
  birthday: 'birthday',
  'web page': 'website',
  website: 'website',
  'website 1 - value': 'website',
  nickname: 'nickname',
  'address 1 - formatted': 'address',
  address: 'address',
};

/** What the columns are, by the names of Google's, Outlook's and our own files; `null` if none of them is known. */
export function columnsOf(header: readonly string[], labels: FieldLabels): Column[] | null {
  const columns = header.map((name) => columnOf(name, labels));
  const isKnown = columns.some(({ is }) => ['name', 'first', 'last', 'email', 'phone'].includes(is));
  return isKnown ? columns : null;
}

function columnOf(given: string, labels: FieldLabels): Column {
  const label = given.trim();
  if (label.startsWith(FIELD_PREFIX)) return { is: 'field', label: label.slice(FIELD_PREFIX.length) };
  const key = plainLetters(label);
  const exact = EXACT[key];
  if (exact !== undefined && exact !== 'field') return { is: exact };
  const field = FIELDS[key];
  if (field !== undefined) return { is: 'field', label: labels[field] };
  // `E-mail 1 - Value` is an address, `E-mail 1 - Type` and `E-mail Display Name` are not.
  if (/\b(type|label|display name|extension)\b/.test(key)) return { is: 'none' };
  if (/e-?mail/.test(key)) return { is: 'email' };
  if (/(phone|telefon|mobil|\btel\b)/.test(key)) return { is: 'phone' };
  return { is: 'none' };
}

/** A row as an entry. Google puts several values into one cell, between three colons. */
export function rawEntryOf(columns: readonly Column[], cells: readonly string[]): RawEntry {
  const of = (is: Column['is']) => cells.filter((cell, index) => columns[index]?.is === is && cell.trim() !== '');
  const several = (is: 'email' | 'phone') => of(is).flatMap((cell) => cell.split(' ::: '));
  const parts = [...of('first'), ...of('middle'), ...of('last')].join(' ');
  const fields = cells.flatMap((cell, index): [string, string][] => {
    const column = columns[index];
    return column?.is === 'field' && cell.trim() !== '' ? [[column.label, cell]] : [];
  });
  return { name: of('name')[0] ?? parts, notes: of('notes').join('\n\n'), fields, emails: several('email'), phones: several('phone') };
}
