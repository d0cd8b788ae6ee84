/** Calendar days as `2026-11-21` and months as `2026-11`. Imports nothing, so browsers can load it. */

const DAY_MS = 24 * 3600_000;

/** The day at a time (ms since 1970) in a zone; in UTC if this machine does not know the zone. */
export function dayAt(ms: number, timeZone = 'UTC'): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, ...parts }).format(ms);
  } catch {
    return new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC', ...parts }).format(ms);
  }
}

/** The hour of the day at a time (ms since 1970) in a zone, `00` to `23`; in UTC if this machine does not know the zone. */
export function hourAt(ms: number, timeZone = 'UTC'): string {
  const hour = { hour: '2-digit', hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone, ...hour }).format(ms);
  } catch {
    return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...hour }).format(ms);
  }
}

/** The `count` days up to and including `last`, earliest first. */
export function daysUntil(last: string, count: number): string[] {
  const end = Date.parse(last);
  return Array.from({ length: count }, (_, index) => new Date(end - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10));
}

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

export function dayOfMonth(day: string): string {
  return day.slice(8);
}

/** When a day begins in a zone, in ms since 1970, to the minute; in UTC if this machine does not know the zone. `null` if there is no such day. */
export function startOfDay(day: string, timeZone = 'UTC'): number | null {
  const inUtc = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(inUtc) || new Date(inUtc).toISOString().slice(0, 10) !== day) return null;
  // A day can begin after midnight where clocks change, so this looks for its first minute. Zones are at most 14 hours from UTC.
  let [before, from] = [-15 * 60, 15 * 60];
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (dayAt(inUtc + middle * 60_000, timeZone) >= day) from = middle;
    else before = middle;
  }
  return inUtc + from * 60_000;
}
