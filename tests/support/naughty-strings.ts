import { CHARACTERS } from './naughty/characters.ts';
import { HOSTILE_MARKUP } from './naughty/markup.ts';
import { MEANINGS } from './naughty/meanings.ts';

export interface NaughtyString {
  /** Why it is in the corpus. */
  kind: string;
  text: string;
}

/** Kinds whose texts must not be stored in any field. */
export const NEVER_STORED: readonly string[] = ['half a character', 'piled marks', 'marks piled between joiners'];

/** Our own corpus without duplicates, each text under the first kind that has it. */
export const NAUGHTY_STRINGS: readonly NaughtyString[] = collect({ ...CHARACTERS, ...MEANINGS, markup: HOSTILE_MARKUP });

/** A text for a test's report: short, and harmless to a terminal. */
export function shown(text: string): string {
  const escaped = JSON.stringify(text.slice(0, 40)).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return text.length > 40 ? `${escaped} (${text.length} units)` : escaped;
}

function collect(kinds: Readonly<Record<string, readonly string[]>>): NaughtyString[] {
  const found = new Map<string, NaughtyString>();
  for (const [kind, texts] of Object.entries(kinds)) {
    for (const text of texts) if (!found.has(text)) found.set(text, { kind, text });
  }
  return [...found.values()];
}
