/** What the whole site accepts, from everything to nothing. The host sets it in `limits/breaker`, or the budget stop does. */
export const BREAKER_MODES = ['normal', 'challenge', 'existing', 'read-only'] as const;
export type BreakerMode = (typeof BREAKER_MODES)[number];

/** A mode, and the stored text that is none of them: cut to 40 characters, `null` where there is no such text. */
export interface ReadMode {
  mode: BreakerMode;
  unknown: string | null;
}

const UNKNOWN_MAX = 40;

/**
 * Reads the fields of `limits/breaker`. People type it by hand into the console, in an emergency: `Read-only`, `read only` and `READ_ONLY`
 * are the same mode, also in a field called `Mode`. No document, no mode or an empty one is `normal`. A mode that doesn't exist counts as
 * `read-only`: someone wanted to stop something.
 */
export function readBreakerMode(fields: object | undefined): ReadMode {
  const found = Object.entries(fields ?? {}).filter(([name, value]) => plain(name) === 'mode' && !isEmpty(value));
  // Of several spellings of the field, the strictest counts.
  const read = found.map(([, value]) => modeOf(value)).toSorted((a, b) => strictness(b) - strictness(a));
  return read[0] ?? { mode: 'normal', unknown: null };
}

function modeOf(value: unknown): ReadMode {
  const mode = typeof value === 'string' ? BREAKER_MODES.find((name) => plain(name) === plain(value)) : undefined;
  if (mode) return { mode, unknown: null };
  const text = typeof value === 'string' ? value.trim() : typeof value;
  return { mode: 'read-only', unknown: text.slice(0, UNKNOWN_MAX) };
}

function strictness({ mode }: ReadMode): number {
  return BREAKER_MODES.indexOf(mode);
}

/** Letters alone, so that neither case nor spaces, hyphens or quotes matter. NFKC also reads full-width letters. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}
