/** When a status can end. `at`: a date and time that the manager types. */
export const STATUS_ENDS = ['never', 'in-hour', 'in-four-hours', 'today', 'this-week', 'at'] as const;
export type StatusEnd = (typeof STATUS_ENDS)[number];

const HOUR_MS = 3600_000;

/**
 * The end in ms since 1970 by this device's clock and zone; `null` for never. A week ends with Sunday. `typed`: a value of a
 * `datetime-local` field. `undefined` if that is missing or not ahead.
 */
export function statusEnd(end: StatusEnd, typed: string, nowMs: number): number | null | undefined {
  switch (end) {
    case 'never':
      return null;
    case 'in-hour':
      return nowMs + HOUR_MS;
    case 'in-four-hours':
      return nowMs + 4 * HOUR_MS;
    case 'today':
      return midnightAfter(nowMs, 1);
    case 'this-week':
      return midnightAfter(nowMs, 8 - (new Date(nowMs).getDay() || 7));
    case 'at': {
      const at = Date.parse(typed);
      return at > nowMs ? at : undefined;
    }
  }
}

/** The beginning of a later day. Not a multiple of 24 hours: days of a clock change are longer or shorter. */
function midnightAfter(nowMs: number, days: number): number {
  const now = new Date(nowMs);
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).getTime();
}
