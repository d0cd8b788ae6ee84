/** Office hours as times of a week. Without schemas, so the visitor's bundle can load it. */

/** An interval in the manager's time zone. It starts on `day` (Monday is 1); an end that isn't after the start is on the next day. */
export interface HoursInterval {
  day: number;
  /** `09:30`. */
  from: string;
  to: string;
}

/** Instead of intervals: always there. */
export const ALWAYS = 'always';
export const INTERVALS_PER_DAY_MAX = 4;

const MIDNIGHT = '00:00';
const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;

export function isAllDay({ from, to }: Pick<HoursInterval, 'from' | 'to'>): boolean {
  return from === MIDNIGHT && to === MIDNIGHT;
}

/** Whether the interval ends after midnight, on the day after it started. */
export function isOvernight({ from, to }: Pick<HoursInterval, 'from' | 'to'>): boolean {
  return to < from && to !== MIDNIGHT;
}

export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** The time that many minutes after midnight; 24 hours and more give times of the next day. */
export function timeAt(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60) % 24, minutes % 60];
  return `${`${hours}`.padStart(2, '0')}:${`${rest}`.padStart(2, '0')}`;
}

export function inOrder<T extends HoursInterval>(hours: readonly T[]): T[] {
  return hours.toSorted((one, other) => one.day - other.day || one.from.localeCompare(other.from));
}

/** The indexes of intervals that overlap an earlier one. The week is a circle: Sunday night can overlap Monday. */
export function overlapping(hours: readonly HoursInterval[]): number[] {
  const spans = hours
    .map(({ day, from, to }, index) => {
      const start = (day - 1) * DAY_MINUTES + minutesOf(from);
      return { index, start, length: (minutesOf(to) - minutesOf(from) + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES };
    })
    .sort((one, other) => one.start - other.start);
  const [first] = spans;
  if (!first) return [];
  const again = { ...first, start: first.start + WEEK_MINUTES };
  return spans.flatMap(({ index, start, length }, place) => {
    const next = spans[place + 1] ?? again;
    if (start + length <= next.start) return [];
    return [next === again ? index : next.index];
  });
}

/** Suggests another interval for this day: after the last, or else before the first. `null` if there is no free hour. */
export function nextInterval(day: number, ofDay: readonly HoursInterval[]): HoursInterval | null {
  const sorted = inOrder(ofDay);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return { day, from: '09:00', to: '17:00' };
  if (sorted.length >= INTERVALS_PER_DAY_MAX) return null;
  const [pause, length, least] = [60, 4 * 60, 60];
  const afterLast = last.to > last.from ? minutesOf(last.to) + pause : DAY_MINUTES;
  const end = Math.min(afterLast + length, DAY_MINUTES);
  if (end - afterLast >= least) return { day, from: timeAt(afterLast), to: timeAt(end) };
  const beforeFirst = minutesOf(first.from) - pause;
  const start = Math.max(0, beforeFirst - length);
  return beforeFirst - start >= least ? { day, from: timeAt(start), to: timeAt(beforeFirst) } : null;
}
