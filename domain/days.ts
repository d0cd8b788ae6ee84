/** Calendar days as `2026-11-21` and months as `2026-11`. This file imports nothing, so that browsers can have it. */

const DAY_MS = 24 * 3600_000;

/** The day at a time (ms since 1970) in a zone; in UTC where this machine does not know the zone. */
export function dayAt(ms: number, timeZone = 'UTC'): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, ...parts }).format(ms);
  } catch {
    return new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC', ...parts }).format(ms);
  }
}

/** The `count` days up to and with `last`, the earliest first. */
export function daysUntil(last: string, count: number): string[] {
  const end = Date.parse(last);
  return Array.from({ length: count }, (_, index) => new Date(end - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10));
}

/** `2026-11` of `2026-11-21`. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** `21` of `2026-11-21`. */
export function dayOfMonth(day: string): string {
  return day.slice(8);
}
