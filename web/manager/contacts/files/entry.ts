import { type ContactFields, RESERVED_LABEL } from '@foyer/domain/contact';
import { CONTACT, EMAIL_MAX, LINES_MAX, NAME_MAX } from '@foyer/domain/limits';
import { lineFault, normaliseLine, normaliseText, textFault } from '@foyer/domain/text';

/** What a file says of a person. Ids of conversations mean nothing in another account, so files have none. */
export type Entry = Omit<ContactFields, 'conversations'>;

/** What a file has, before it is made to fit. */
export interface RawEntry {
  name: string;
  notes: string;
  fields: readonly (readonly [label: string, value: string])[];
  emails: readonly string[];
  phones: readonly string[];
}

/** What the fields are called that files of other programs have. */
export type FieldLabels = Readonly<Record<'company' | 'jobTitle' | 'website' | 'birthday' | 'nickname' | 'address', string>>;

export interface FileFault {
  /** In the file, from 1. */
  line: number;
  /** `long`: the entry is imported, but something of it was too long or too much. */
  kind: 'broken' | 'empty' | 'long';
}

/** One entry of a file, with the line where it begins. */
export interface Parsed {
  line: number;
  entry: Entry | null;
  fault: FileFault['kind'] | null;
}

/** Makes an entry that can be stored: normalised, each once, within the limits of a contact. An entry without a name has its first address. */
export function entryOf(raw: RawEntry, line: number): Parsed {
  let isCut = false;
  const fit = (text: string, max: number) => {
    const whole = normaliseLine(text.replace(/\s+/g, ' '), text.length);
    if (whole.length <= max) return whole;
    isCut = true;
    return normaliseLine(shortened(whole, max), max);
  };
  const list = (texts: readonly string[], length: number, max: number) => {
    const all = [...new Set(texts.map((text) => fit(text, length)))].filter((text) => !lineFault(text, length));
    if (all.length > max) isCut = true;
    return all.slice(0, max);
  };
  const emails = list(raw.emails, EMAIL_MAX, CONTACT.emails);
  const phones = list(raw.phones, CONTACT.phone, CONTACT.phones);
  const fields = new Map<string, string>();
  for (const [given, text] of raw.fields) {
    const label = fit(given, CONTACT.label);
    const value = fit(text, CONTACT.value);
    if (lineFault(label, CONTACT.label) || lineFault(value, CONTACT.value) || RESERVED_LABEL.test(label) || fields.has(label)) continue;
    if (fields.size === CONTACT.fields) isCut = true;
    else fields.set(label, value);
  }
  const typed = fit(raw.name, NAME_MAX);
  const name = lineFault(typed, NAME_MAX) ? shortened(emails[0] ?? phones[0] ?? '', NAME_MAX) : typed;
  if (name === '') return { line, entry: null, fault: 'empty' };
  const whole = normaliseText(raw.notes, raw.notes.length);
  const notes = normaliseText(shortened(whole.split('\n').slice(0, LINES_MAX).join('\n'), CONTACT.notes), CONTACT.notes);
  if (notes !== whole) isCut = true;
  const isFine = notes === '' || !textFault(notes, CONTACT.notes);
  const entry = { name, notes: isFine ? notes : '', fields: Object.fromEntries(fields), emails, phones };
  return { line, entry, fault: isCut ? 'long' : null };
}

/** Never half of a surrogate pair. */
function shortened(text: string, max: number): string {
  return text.slice(0, max).replace(/[\ud800-\udbff]$/, '');
}
