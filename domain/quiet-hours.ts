import type { Settings } from './settings.ts';

/**
 * Whether a time, in ms since 1970, is in a manager's quiet hours, by the clock on their wall. An hour that the clock skips or repeats is
 * quiet if its numbers are. From 22:00 to 22:00 is always.
 */
export function isQuietAt({ quietHours, timeZone }: Pick<Settings, 'quietHours' | 'timeZone'>, atMs: number): boolean {
  if (quietHours === null) return false;
  const { from, to } = quietHours;
  const time = clockIn(timeZone, atMs);
  return from < to ? from <= time && time < to : from <= time || time < to;
}

/** `09:30`. In UTC if this machine doesn't know the zone. */
function clockIn(timeZone: string, atMs: number): string {
  const format = (zone: string) =>
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(atMs);
  try {
    return format(timeZone);
  } catch {
    return format('UTC');
  }
}
