import { clockTime, isSameDay } from '../../lib/time.ts';

const DAY_MS = 86_400_000;

/** A past time in the width of a row: `14:05` today, `Tue` within the last week, `12 Mar`, `12.03.24` in another year. */
export function rowTime(ms: number, nowMs: number): string {
  if (isSameDay(ms, nowMs) || ms > nowMs) return clockTime(ms);
  const date = new Date(ms);
  const daysAgo = Math.round((new Date(nowMs).setHours(0, 0, 0, 0) - new Date(ms).setHours(0, 0, 0, 0)) / DAY_MS);
  if (daysAgo < 7) return date.toLocaleDateString(undefined, { weekday: 'short' });
  if (date.getFullYear() === new Date(nowMs).getFullYear()) return date.toLocaleDateString(undefined, { day: 'numeric', month: 'short' });
  return date.toLocaleDateString(undefined, { day: '2-digit', month: '2-digit', year: '2-digit' });
}
