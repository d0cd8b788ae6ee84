import { type HoursInterval, inOrder, isAllDay } from '@foyer/domain/office-hours';

/** Consecutive days with the same hours: "Mon–Fri", "09:00–12:00 and 14:00–18:00". */
export interface DayHours {
  days: string;
  times: string;
}

/** How a language writes hours, as texts that fit into attributes (hours.tsx). Times are "09:00" in every language. */
export interface HoursSpeech {
  /** From Monday. */
  days: readonly string[];
  /** Separates two times of a day, or days. */
  and: string;
  comma: string;
  /** `{}` stands for the times. Left to right, even after the name of a day in a right-to-left script. */
  range: string;
  allDay: string;
  /** A whole day from `{}` to the same time of the next day. */
  dayFrom: string;
}

/** Groups consecutive days with the same hours. Keeps the given order of days; a week can continue after Sunday. */
export function dayHoursOf(hours: readonly HoursInterval[], speech: HoursSpeech): DayHours[] {
  const { days, and } = speech;
  const runs: { first: number; last: number; times: string }[] = [];
  for (const day of new Set(hours.map((interval) => interval.day))) {
    const times = inOrder(hours.filter((interval) => interval.day === day))
      .map((interval) => sayInterval(interval, speech))
      .join(and);
    const before = runs.at(-1);
    if (before?.times === times && (before.last % 7) + 1 === day) before.last = day;
    else runs.push({ first: day, last: day, times });
  }
  const nameOf = (day: number) => days[day - 1];
  return runs.map(({ first, last, times }) => ({ days: [...new Set([first, last])].map(nameOf).join('–'), times }));
}

/** "Mon–Fri 09:00–17:00, Sat 10:00–12:00". */
export function sayHours(hours: readonly DayHours[], { comma }: HoursSpeech): string {
  return hours.map(({ days, times }) => `${days} ${times}`).join(comma);
}

/** "21:00–02:00" ends on the next day. A whole day in another time zone can start at any time in this one. */
function sayInterval(interval: HoursInterval, { allDay, dayFrom, range }: HoursSpeech): string {
  const { from, to } = interval;
  if (isAllDay(interval)) return allDay;
  return from === to ? dayFrom.replace('{}', from) : range.replace('{}', `${from}–${to}`);
}
