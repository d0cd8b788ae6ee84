import { locale } from './language.ts';

/** Times as people read them: in the interface language and the browser's zone. Times are in whole milliseconds since 1970. */

let clock: Intl.DateTimeFormat | undefined;

/** The time of day: `14:05`, or `2:05 PM` where that is customary. */
export function clockTime(ms: number): string {
  clock ??= new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
  return clock.format(ms);
}

/** Whether both times are on the same day in the browser's time zone. */
export function isSameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

/** The day as seen from `nowMs`: `today`, `yesterday`, `Tuesday` within the last week, `12 March`, `12 March 2024` in another year. */
export function dayName(ms: number, nowMs: number): string {
  const daysAgo = Math.round((midnight(nowMs) - midnight(ms)) / 86_400_000);
  if (daysAgo === 0 || daysAgo === 1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-daysAgo, 'day');
  if (daysAgo > 1 && daysAgo < 7) return new Date(ms).toLocaleDateString(locale, { weekday: 'long' });
  const isThisYear = new Date(ms).getFullYear() === new Date(nowMs).getFullYear();
  return new Date(ms).toLocaleDateString(locale, { day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) });
}

/** The rounding above is for days of 23 and 25 hours. */
function midnight(ms: number): number {
  return new Date(ms).setHours(0, 0, 0, 0);
}
