/** The lines of one vCard. */
export interface Card {
  /** The line of its BEGIN in the file, from 1. */
  line: number;
  /** Without BEGIN and END; `null` if its END is missing. */
  lines: readonly string[] | null;
}

const BEGIN = /^BEGIN:VCARD\s*$/i;
const END = /^END:VCARD\s*$/i;

/** The vCards of a file. One without an end spoils nothing but itself. */
export function* cardsOf(text: string): Generator<Card> {
  const lines = text.split(/\r\n|\n|\r/);
  let begin: number | null = null;
  for (const [index, line] of lines.entries()) {
    if (BEGIN.test(line)) {
      if (begin !== null) yield { line: begin + 1, lines: null };
      begin = index;
    } else if (END.test(line) && begin !== null) {
      yield { line: begin + 1, lines: lines.slice(begin + 1, index) };
      begin = null;
    }
  }
  if (begin !== null) yield { line: begin + 1, lines: null };
}

export interface Property {
  /** In capitals, without the group before it. */
  name: string;
  /** As written after the first semicolon. */
  parameters: string;
  value: string;
}

const PROPERTY = /^(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/s;
const QUOTED_PRINTABLE = /QUOTED-PRINTABLE/i;

/** The properties of a vCard, unfolded. `null` if a line is none. */
export function propertiesOf(lines: readonly string[]): Property[] | null {
  const properties: Property[] = [];
  let isEncoded = false;
  for (const line of lines) {
    const last = properties.at(-1);
    // Quoted-printable continues after an equals sign, all else after a space at the beginning of the next line.
    if (last && isEncoded && last.value.endsWith('=')) last.value = last.value.slice(0, -1) + line;
    else if (last && /^[ \t]/.test(line)) last.value += line.slice(1);
    else if (line.trim() !== '') {
      const found = PROPERTY.exec(line);
      if (!found) {
        // Pictures of version 2.1 have lines of base64 without a space.
        if (last && /^[A-Za-z0-9+/=]+$/.test(line)) continue;
        return null;
      }
      const [, name = '', parameters = '', value = ''] = found;
      isEncoded = QUOTED_PRINTABLE.test(parameters);
      properties.push({ name: name.toUpperCase(), parameters: parameters.slice(1), value });
    }
  }
  return properties.map((property) => (QUOTED_PRINTABLE.test(property.parameters) ? decoded(property) : property));
}

/** A value in quoted-printable as version 3.0 writes it. Throws `RangeError` for a charset that the browser doesn't know. */
function decoded({ name, parameters, value }: Property): Property {
  const charset = /CHARSET=("?)([\w-]+)\1/i.exec(parameters)?.[2] ?? 'utf-8';
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (const part of value.split(/(=[0-9A-Fa-f]{2})/)) {
    if (/^=[0-9A-Fa-f]{2}$/.test(part)) bytes.push(Number.parseInt(part.slice(1), 16));
    else bytes.push(...encoder.encode(part));
  }
  const text = new TextDecoder(charset).decode(new Uint8Array(bytes));
  return { name, parameters: '', value: text.replace(/\r\n|\n|\r/g, '\\n') };
}
