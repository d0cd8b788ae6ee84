import ICAL from 'ical.js';
import { entryOf, type FieldLabels, type Parsed, type RawEntry } from './entry.ts';
import { cardsOf, type Property, propertiesOf } from './vcard-lines.ts';

/** A field of the manager's own, in our files: its label and its value, on two lines. */
export const FIELD_PROPERTY = 'X-FOYER-FIELD';

/** Properties that become fields. */
const FIELDS: Readonly<Record<string, keyof FieldLabels>> = {
  ORG: 'company',
  TITLE: 'jobTitle',
  URL: 'website',
  BDAY: 'birthday',
  NICKNAME: 'nickname',
  ADR: 'address',
};
const READ = new Set(['FN', 'N', 'EMAIL', 'TEL', 'NOTE', FIELD_PROPERTY, ...Object.keys(FIELDS)]);

/** A card with more is no person, and would keep the page busy. */
const PROPERTIES_MAX = 500;

/** The entries of a file of vCards, version 2.1, 3.0 or 4.0. One that can't be read doesn't stop the others. */
export function* readVcard(text: string, labels: FieldLabels): Generator<Parsed> {
  for (const { line, lines } of cardsOf(text)) {
    const raw = lines && rawEntryIn(lines, labels);
    yield raw ? entryOf(raw, line) : { line, entry: null, fault: 'broken' };
  }
}

function rawEntryIn(lines: readonly string[], labels: FieldLabels): RawEntry | null {
  try {
    const properties = propertiesOf(lines);
    if (!properties) return null;
    const isNew = properties.some(({ name, value }) => name === 'VERSION' && value.trim() === '4.0');
    const kept = properties.filter(({ name }) => READ.has(name));
    if (kept.length > PROPERTIES_MAX) return null;
    // The library reads versions 3.0 and 4.0; what is left of the parameters of 2.1 says only which kind of number it is.
    const source = ['BEGIN:VCARD', `VERSION:${isNew ? '4.0' : '3.0'}`, ...kept.map(lineOf), 'END:VCARD'].join('\r\n');
    return rawEntryOf(new ICAL.Component(ICAL.parse(source) as unknown[]), labels);
  } catch {
    return null;
  }
}

/** As text: the value of a telephone or a date is read as it is written. */
function lineOf({ name, value }: Property): string {
  return `${name};VALUE=TEXT:${value}`;
}

function rawEntryOf(card: InstanceType<typeof ICAL.Component>, labels: FieldLabels): RawEntry {
  const texts = (name: string) =>
    card
      .getAllProperties(name.toLowerCase())
      .map((property) => flat(property.getValues()))
      .filter((text) => text.trim() !== '');
  const own = texts(FIELD_PROPERTY).map((text): [string, string] => {
    const [label = '', ...value] = text.split('\n');
    return [label, value.join(' ')];
  });
  const others = Object.entries(FIELDS).flatMap(([name, field]) => texts(name).map((text): [string, string] => [labels[field], text]));
  return {
    name: texts('FN')[0] ?? nameOf(card),
    notes: texts('NOTE').join('\n\n'),
    fields: [...own, ...others],
    emails: texts('EMAIL').map((email) => email.replace(/^mailto:/i, '')),
    phones: texts('TEL').map((phone) => phone.replace(/^tel:/i, '')),
  };
}

/** Given, additional and family name, for a card of version 2.1 without a formatted one. */
function nameOf(card: InstanceType<typeof ICAL.Component>): string {
  const [parts = []] = card.getAllProperties('n').map((property) => property.getValues().flat().map(String));
  const [family = '', given = '', additional = ''] = parts;
  return [given, additional, family].filter((part) => part.trim() !== '').join(' ');
}

/** The parts of a structured value, such as an address, in one text. */
function flat(values: readonly unknown[]): string {
  return values
    .flat(2)
    .map(String)
    .filter((part) => part.trim() !== '')
    .join(', ');
}
