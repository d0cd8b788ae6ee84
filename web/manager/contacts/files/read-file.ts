import { after } from '../../../lib/after.ts';
import type { FieldLabels, Parsed } from './entry.ts';
import { readCsv } from './read-csv.ts';
import { readVcard } from './read-vcard.ts';

/** In bytes, before anything is read. */
export const FILE_MAX = 5 * 1024 * 1024;

/** How long parsing keeps the main thread before it lets the page react, in ms. */
const SLICE_MS = 30;

/** All entries of a file, in order. `null` if it has none that we know how to read. Throws what reading the file throws. */
export async function readFile(file: Blob, labels: FieldLabels): Promise<Parsed[] | null> {
  const text = decoded(await file.arrayBuffer());
  const entries = /^\s*BEGIN:VCARD/i.test(text) ? readVcard(text, labels) : readCsv(text, labels);
  if (!entries) return null;
  const parsed: Parsed[] = [];
  let until = performance.now() + SLICE_MS;
  for (const entry of entries) {
    parsed.push(entry);
    if (performance.now() < until) continue;
    await after(0);
    until = performance.now() + SLICE_MS;
  }
  return parsed;
}

/** UTF-8 or UTF-16 by its mark, else UTF-8 if it is valid, else the encoding of older programs on Windows. Without the mark. */
export function decoded(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
