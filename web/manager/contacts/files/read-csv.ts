import Papa from 'papaparse';
import { columnsOf, rawEntryOf } from './columns.ts';
import { entryOf, type FieldLabels, type Parsed } from './entry.ts';
import { unguarded } from './guard.ts';
import { recordsOf } from './records.ts';

const DELIMITERS = [',', ';', '\t'] as const;

/**
 * The entries of a CSV file, one row after the other; `null` if its first row names no column that we know. A row that can't be read
 * doesn't stop the others.
 */
export function readCsv(text: string, labels: FieldLabels): Generator<Parsed> | null {
  const [head] = recordsOf(text, ',');
  if (!head) return null;
  const delimiter = delimiterOf(head.text);
  const records = recordsOf(text, delimiter);
  const first = records.next();
  const header = first.done ? null : cellsOf(first.value.text, delimiter);
  const columns = header && columnsOf(header, labels);
  return columns && rowsOf(records, columns, delimiter);
}

function* rowsOf(
  records: ReturnType<typeof recordsOf>,
  columns: NonNullable<ReturnType<typeof columnsOf>>,
  delimiter: string,
): Generator<Parsed> {
  for (const { line, text, isOpen } of records) {
    const cells = isOpen ? null : cellsOf(text, delimiter);
    yield cells ? entryOf(rawEntryOf(columns, cells), line) : { line, entry: null, fault: 'broken' };
  }
}

/** `null` if the quotes of a record are wrong. */
function cellsOf(record: string, delimiter: string): string[] | null {
  const { data, errors } = Papa.parse<string[]>(record, { delimiter, newline: '\n' });
  const [cells] = data;
  return cells && data.length === 1 && errors.every(({ type }) => type !== 'Quotes') ? cells.map(unguarded) : null;
}

/** The one that is most frequent in the names of the columns. */
function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
