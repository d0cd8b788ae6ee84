/** A record of a CSV file: one line, or several if a quoted cell has line breaks. */
export interface CsvRecord {
  /** The first of its lines, from 1. */
  line: number;
  text: string;
  /** Whether a quote is never closed. Then the text is that line alone. */
  isOpen: boolean;
}

/** A quoted cell has at most this many lines; more is a quote that someone forgot to close. */
const QUOTED_LINES_MAX = 250;

/** Splits a CSV file into records. A quote that is never closed spoils its own line only. */
export function* recordsOf(text: string, delimiter: string): Generator<CsvRecord> {
  const lines = text.split(/\r\n|\n|\r/);
  const opens = new RegExp(`(?:^|${delimiter === '\t' ? '\t' : `\\${delimiter}`})\\s*"`);
  let odd = 0;
  /** The line that closes the quote opened in `from`: the next one with an odd number of quotes. Each line is counted once. */
  const closing = (from: number): number | null => {
    if (odd <= from) for (odd = from + 1; odd < lines.length && isEven(lines[odd] ?? ''); ) odd++;
    return odd < Math.min(lines.length, from + QUOTED_LINES_MAX) ? odd : null;
  };
  for (let index = 0; index < lines.length; ) {
    const first = lines[index] ?? '';
    const line = index + 1;
    // A quote inside a cell that doesn't begin with one is a letter like any other.
    if (!opens.test(first) || isEven(first)) {
      index++;
      if (first.trim() !== '') yield { line, text: first, isOpen: false };
      continue;
    }
    const end = closing(index);
    const isOpen = end === null;
    const last = end ?? index;
    yield { line, text: lines.slice(index, last + 1).join('\n'), isOpen };
    index = last + 1;
  }
}

function isEven(line: string): boolean {
  let count = 0;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) count++;
  return count % 2 === 0;
}
