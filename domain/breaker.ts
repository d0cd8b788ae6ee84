/** What the whole site accepts, from everything to nothing. Set in `limits/breaker` by the host or the budget stop. */
export const BREAKER_MODES = ['normal', 'challenge', 'existing', 'read-only'] as const;
export type BreakerMode = (typeof BREAKER_MODES)[number];

/** A mode, and the stored text if it is unknown: cut to 40 characters, else `null`. */
export interface ReadMode {
  mode: BreakerMode;
  unknown: string | null;
}

const UNKNOWN_MAX = 40;

/**
 * Reads the fields of `limits/breaker`, which people type into the console in an emergency: `Read-only`, `read only` and `READ_ONLY` are
 * the same mode, and the field may be called `Mode`. A missing document, or a missing or empty mode, is `normal`. An unknown mode counts as
 * `read-only`: someone wanted to stop something.
 */
export function readBreakerMode(fields: object | undefined): ReadMode {
  const found = Object.entries(fields ?? {}).filter(([name, value]) => plain(name) === 'mode' && !isEmpty(value));
  // If several spellings of the field exist, the strictest mode counts.
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

/** Letters only: ignores case, spaces, hyphens and quotes. NFKC also maps full-width letters. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}
