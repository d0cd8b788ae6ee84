import { locale } from '../../lib/language.ts';
import { clockTime, isSameDay } from '../../lib/time.ts';

const DAY_MS = 86_400_000;

/** A past time, short enough for a row: `14:05` today, `Tue` within the last week, `12 Mar`, `12.03.24` in another year. */
export function rowTime(ms: number, nowMs: number): string {
  if (isSameDay(ms, nowMs) || ms > nowMs) return clockTime(ms);
  const date = new Date(ms);
  const daysAgo = Math.round((new Date(nowMs).setHours(0, 0, 0, 0) - new Date(ms).setHours(0, 0, 0, 0)) / DAY_MS);
  if (daysAgo < 7) return date.toLocaleDateString(locale, { weekday: 'short' });
  if (date.getFullYear() === new Date(nowMs).getFullYear()) return date.toLocaleDateString(locale, { day: 'numeric', month: 'short' });
  return date.toLocaleDateString(locale, { day: '2-digit', month: '2-digit', year: '2-digit' });
}
