import { dateNames, isMonthFirst } from './date-names.ts';

/** What was typed: a moment in ms since 1970, or why it is none. */
export type TypedTime = { atMs: number } | { fault: 'unclear' | 'past' | 'too-far' };

const MINUTE_MS = 60_000;
const MORNING = 9 * 60;
/** In minutes of the day. */
const TIMES: Readonly<Record<string, number>> = { morning: MORNING, noon: 720, midday: 720, afternoon: 840, evening: 1080, tonight: 1080 };
const MINUTES_IN: Readonly<Record<string, number>> = { m: 1, min: 1, minute: 1, h: 60, hr: 60, hour: 60 };
const DAYS_IN: Readonly<Record<string, number>> = { d: 1, day: 1, w: 7, week: 7 };
const COUNTS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };
const SPAN = `(?:in\\s+)?(\\d+|${Object.keys(COUNTS).join('|')})\\s*(${[...Object.keys({ ...MINUTES_IN, ...DAYS_IN }), 'month', 'year'].join('|')})s?`;
/** Later than this is a slip of the keys. */
const YEARS_MAX = 2;
const FILLERS = /(?<![\p{L}\d])(?:at|on|in the|until|the|of|this|next|o['’]?clock)(?![\p{L}\d])|,/gu;

interface Day {
  year: number;
  month: number;
  date: number;
}

/**
 * Reads a moment as people type it: `fri 9am`, `in 3 days`, `12 Dec 14:00`, `2027-01-08`, `tomorrow evening`. Names may be English or of
 * `locale`, the browser's own where none is given; days and hours are those of the browser's zone. A day alone means nine in the morning, an
 * hour alone the next time it comes.
 */
export function typedTime(typed: string, nowMs: number, locale?: string): TypedTime {
  let rest = ` ${typed.toLowerCase().trim()} `;
  const take = (pattern: string) => {
    const found = new RegExp(`(?<![\\p{L}\\d:./-])(?:${pattern})(?![\\p{L}\\d])`, 'u').exec(rest);
    if (found) rest = rest.replace(found[0], ' ');
    return found;
  };
  const now = new Date(nowMs);
  const span = spanOf(take(SPAN));
  const day = span?.day ? dayAfter(now, span.day) : (dateIn(take, now, locale) ?? dayIn(take, now, locale));
  const clock = clockIn(take);
  if (rest.replace(FILLERS, '').trim() !== '' || day === 'wrong' || clock === 'wrong') return { fault: 'unclear' };
  if (span?.minutes !== undefined) return day || clock !== null ? { fault: 'unclear' } : checked(nowMs + span.minutes * MINUTE_MS, nowMs);
  if (!day && clock === null) return { fault: 'unclear' };
  return checked(momentOf(day, clock, now), nowMs);
}

type Take = (pattern: string) => RegExpExecArray | null;
/** A day, and where it may also be a later one: in another week or year. */
type FoundDay = Day & { again?: 'week' | 'year' };

function spanOf(found: RegExpExecArray | null): { minutes?: number; day?: { days: number; months: number } } | null {
  if (!found) return null;
  const [, count = '', unit = ''] = found;
  const many = COUNTS[count] ?? Number(count);
  if (MINUTES_IN[unit]) return { minutes: many * MINUTES_IN[unit] };
  return { day: DAYS_IN[unit] ? { days: many * DAYS_IN[unit], months: 0 } : { days: 0, months: many * (unit === 'year' ? 12 : 1) } };
}

/** `2026-12-12`, `12 Dec`, `Dec 12, 2026`, `12/12`, `12.12.`. */
function dateIn(take: Take, now: Date, locale?: string): FoundDay | 'wrong' | null {
  const { months } = dateNames(locale);
  const name = [...months.keys()].join('|');
  const iso = take('(\\d{4})-(\\d\\d?)-(\\d\\d?)');
  if (iso) return valid(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
  const dayFirst = take(`(\\d\\d?)(?:st|nd|rd|th|\\.)?\\s*(?:of\\s+)?(${name})\\.?(?:,?\\s+(\\d{4}))?`);
  if (dayFirst) return dated(now, months.get(dayFirst[2] ?? ''), dayFirst[1], dayFirst[3]);
  const monthFirst = take(`(${name})\\.?\\s*(\\d\\d?)(?:st|nd|rd|th)?(?![:.]?\\d|\\s*[ap]m)(?:,?\\s+(\\d{4}))?`);
  if (monthFirst) return dated(now, months.get(monthFirst[1] ?? ''), monthFirst[2], monthFirst[3]);
  const digits = take('(\\d\\d?)/(\\d\\d?)(?:/(\\d{4}))?') ?? take('(\\d\\d?)\\.\\s?(\\d\\d?)\\.(\\d{4})?');
  if (!digits) return null;
  const [all, one = '', other = '', year] = digits;
  const isSwapped = all.includes('/') && isMonthFirst(locale);
  return dated(now, Number(isSwapped ? one : other) - 1, isSwapped ? other : one, year);
}

function dated(now: Date, month: number | undefined, date: string | undefined, year: string | undefined): FoundDay | 'wrong' {
  if (year !== undefined) return valid(Number(year), month, Number(date));
  const thisYear = valid(now.getFullYear(), month, Number(date));
  return thisYear === 'wrong' ? valid(now.getFullYear() + 1, month, Number(date)) : { ...thisYear, again: 'year' };
}

function valid(year: number, month: number | undefined, date: number): Day | 'wrong' {
  const day = new Date(year, month ?? -1, date);
  return month === undefined || day.getMonth() !== month || day.getDate() !== date ? 'wrong' : { year, month, date };
}

/** `today`, `tomorrow`, `fri`, `next week`. */
function dayIn(take: Take, now: Date, locale?: string): FoundDay | null {
  const { weekdays, today, tomorrow } = dateNames(locale);
  if (take(today.join('|')) !== null) return dayAfter(now, { days: 0, months: 0 });
  if (take(tomorrow.join('|')) !== null) return dayAfter(now, { days: 1, months: 0 });
  if (take('next\\s+month') !== null) return dayAfter(now, { days: 0, months: 1 });
  const isNextWeek = take('next\\s+week') !== null;
  const named = take([...weekdays.keys(), 'weekend'].join('|'));
  if (!named && !isNextWeek) return null;
  const weekday = named ? (weekdays.get(named[0].trim()) ?? 6) : 1;
  const days = (weekday - now.getDay() + 7) % 7;
  return { ...dayAfter(now, { days: isNextWeek && days === 0 ? 7 : days, months: 0 }), again: 'week' };
}

function dayAfter(now: Date, { days, months }: { days: number; months: number }): Day {
  const day = new Date(now.getFullYear(), now.getMonth() + months, now.getDate() + days);
  return { year: day.getFullYear(), month: day.getMonth(), date: day.getDate() };
}

/** Minutes of the day: `9`, `9am`, `9:30 pm`, `14.00`, `noon`, `evening`. */
function clockIn(take: Take): number | 'wrong' | null {
  const found = take('(\\d\\d?)(?:[:.h](\\d\\d))?\\s*([ap])\\.?m\\.?|(\\d\\d?)[:.h](\\d\\d)|(\\d\\d?)');
  const named = take(Object.keys(TIMES).join('|'));
  if (!found) return named ? (TIMES[named[0].trim()] ?? null) : null;
  const half = found[3];
  const hour = Number(found[1] ?? found[4] ?? found[6]);
  const minute = Number(found[2] ?? found[5] ?? 0);
  if (minute > 59 || hour > (half ? 12 : 23) || (half && hour === 0)) return 'wrong';
  if (half) return ((hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute;
  // `9 in the evening`
  return (hour < 12 && named && (TIMES[named[0].trim()] ?? 0) > MORNING ? hour + 12 : hour) * 60 + minute;
}

/** The first moment of that kind which is still to come, by the clock on the wall. */
function momentOf(day: FoundDay | null, clock: number | null, now: Date): number {
  const wanted = day ?? { ...dayAfter(now, { days: 0, months: 0 }), again: 'day' as const };
  const minutes = clock ?? MORNING;
  const at = ({ year, month, date }: Day) => new Date(year, month, date, Math.floor(minutes / 60), minutes % 60).getTime();
  const first = at(wanted);
  if (first > now.getTime() || !wanted.again) return first;
  if (wanted.again === 'year') return at({ ...wanted, year: wanted.year + 1 });
  return at({ ...wanted, date: wanted.date + (wanted.again === 'week' ? 7 : 1) });
}

function checked(atMs: number, nowMs: number): TypedTime {
  if (Number.isNaN(atMs)) return { fault: 'unclear' };
  if (atMs <= nowMs) return { fault: 'past' };
  const furthest = new Date(nowMs);
  furthest.setFullYear(furthest.getFullYear() + YEARS_MAX);
  return atMs > furthest.getTime() ? { fault: 'too-far' } : { atMs };
}
