import { type HoursInterval, inOrder, isAllDay } from '@foyer/domain/office-hours';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** Days that follow each other with the same hours: "Mon–Fri", "09:00–12:00 and 14:00–18:00". */
export interface DayHours {
  days: string;
  times: string;
}

/** Intervals in the order of their days as given, days with the same hours joined; a week may go on past its Sunday. */
export function dayHoursOf(hours: readonly HoursInterval[]): DayHours[] {
  const runs: { first: number; last: number; times: string }[] = [];
  for (const day of new Set(hours.map((interval) => interval.day))) {
    const times = inOrder(hours.filter((interval) => interval.day === day))
      .map(sayInterval)
      .join(' and ');
    const before = runs.at(-1);
    if (before?.times === times && (before.last % 7) + 1 === day) before.last = day;
    else runs.push({ first: day, last: day, times });
  }
  return runs.map(({ first, last, times }) => ({ days: first === last ? dayOf(first) : `${dayOf(first)}–${dayOf(last)}`, times }));
}

/** "Mon–Fri 09:00–17:00, Sat 10:00–12:00". */
export function sayHours(hours: readonly DayHours[]): string {
  return hours.map(({ days, times }) => `${days} ${times}`).join(', ');
}

/** "21:00–02:00" ends on the next day. A whole day of another time zone starts at any time of this one. */
function sayInterval(interval: HoursInterval): string {
  if (isAllDay(interval)) return 'all day';
  return interval.from === interval.to ? `${interval.from} for 24 hours` : `${interval.from}–${interval.to}`;
}

function dayOf(day: number): string {
  return DAYS[day - 1] ?? '';
}
