import { locale as ownLocale } from '../../lib/language.ts';
import { dateNames, isMonthFirst } from './date-names.ts';
import { TYPED_LENGTH_MAX } from './typed-length.ts';
import { alternatives, folded, type Patterns, patternsOf, SPOKEN, UNSPACED } from './typed-words.ts';

/** What was typed: a time in ms since 1970, or the reason why it can't be used. */
export type TypedTime = { atMs: number } | { fault: 'unclear' | 'past' | 'too-far' };

const MINUTE_MS = 60_000;
const MORNING = 9 * 60;
/** In minutes of the day. */
const TIMES = { morning: MORNING, noon: 720, afternoon: 840, evening: 1080 } as const;
const TIMES_OF_DAY = Object.keys(TIMES) as (keyof typeof TIMES)[];
const MINUTES_IN = { minutes: 1, hours: 60 } as const;
const DAYS_IN = { days: 1, weeks: 7 } as const;
const MONTHS_IN = { months: 1, years: 12 } as const;
const UNITS = ['minutes', 'hours', 'days', 'weeks', 'months', 'years'] as const;
const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6 };
const SATURDAY = 6;
const MONDAY = 1;
/** A later time is probably a typing mistake. */
const YEARS_MAX = 2;

/** A letter of a word that ends at a space. */
const LETTER = `(?!${UNSPACED})\\p{L}`;
/** A Hebrew preposition, which is written together with the next word. */
const PREFIX = '(?:[בלמ][-־]?)?';
const START = `(?<!${LETTER}|[\\d:./-])`;
const END = `(?!${LETTER}|\\d)`;
/** Between two words: a space, except after Japanese `一` and Italian `un’`. */
const GAP = `(?:\\s+|(?<=${UNSPACED}|’))`;
/** Between day and month: `12 of May`, `12 de mayo`, `12 من مايو`, `12 במאי`. */
const OF = `(?:(?:of|de|من)\\s+)?${PREFIX}`;

interface Day {
  year: number;
  month: number;
  date: number;
}

/**
 * Parses a time as people type it: `fri 9am`, `in 3 days`, `12 Dec 14:00`, `2027-01-08`, `tomorrow evening`. Words may be English or of the
 * dashboard's language (`spoken`, and names by `locale`). Days and hours are in the browser's zone. A day alone means 9 in the morning, an hour
 * alone its next occurrence.
 */
export function typedTime(typed: string, nowMs: number, locale = ownLocale, spoken = SPOKEN): TypedTime {
  if (typed.length > TYPED_LENGTH_MAX) return { fault: 'unclear' };
  const patterns = patternsOf(spoken);
  let rest = folded(typed);
  const take = (pattern: string) => {
    const found = new RegExp(`${START}${PREFIX}(?:${pattern})${END}`, 'u').exec(rest);
    if (found) rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`;
    return found;
  };
  const now = new Date(nowMs);
  // What comes first matters where words share a part: `12月12日` isn't 12 days, `más tarde` isn't an afternoon, `9 heures` isn't 9 hours, and
  // `por la mañana` isn't tomorrow. German `morgen` is tomorrow, or the morning of a day that is already found.
  const date = dateIn(take, now, locale, patterns.oClock);
  const stated = date ? null : statedSpan(take, patterns);
  const time = timeOfDay(take, patterns, `(?!(?:${patterns.tomorrow})${END})`);
  const marked = markedClock(take, patterns);
  const span = stated ?? (date ? null : bareSpan(take, patterns));
  const day = date ?? (span?.day ? dayAfter(now, span.day) : dayIn(take, now, locale, patterns));
  const clock = clockOf(marked ?? take('(?<hour>\\d\\d?)'), time ?? timeOfDay(take, patterns));
  const fillers = new RegExp(`(?<!${LETTER}|\\d)(?:${patterns.fillers})${END}|[,.،、]`, 'gu');
  if (rest.replace(fillers, '').trim() !== '' || day === 'wrong' || clock === 'wrong') return { fault: 'unclear' };
  if (span?.minutes !== undefined) return day || clock !== null ? { fault: 'unclear' } : checked(nowMs + span.minutes * MINUTE_MS, nowMs);
  if (!day && clock === null) return { fault: 'unclear' };
  return checked(momentOf(day, clock, now), nowMs);
}

type Take = (pattern: string) => RegExpExecArray | null;
interface Span {
  minutes?: number;
  day?: { days: number; months: number };
}
/** A day, and whether it can also mean a later one, in another week or year. */
type FoundDay = Day & { again?: 'week' | 'year' };

/** `in 3 days`, `3 days later`. Many languages have no word for the “an” of “in an hour”, or it comes last: `بعد ساعة واحدة`. */
function statedSpan(take: Take, patterns: Patterns): Span | null {
  const { before, after, one } = patterns;
  const span = `${numberOf(patterns)}(?:${named(UNITS, patterns)})`;
  return spanOf(
    take(`(?:${before})${GAP}${span}(?:\\s*(?:${after}))?`) ??
      take(`${span}\\s*(?:${after})`) ??
      take(`(?:${before})${GAP}(?:${named(UNITS, patterns)})(?:\\s+(?:${one}))?`),
  );
}

/** `2h` */
function bareSpan(take: Take, patterns: Patterns): Span | null {
  return spanOf(take(`${numberOf(patterns)}(?:${named(UNITS, patterns)})`));
}

function numberOf({ one }: Patterns): string {
  return `(?:(?<digits>\\d+)\\s*|(?:(?<count>${Object.keys(COUNTS).join('|')})|${one})${GAP})`;
}

function spanOf(found: RegExpExecArray | null): Span | null {
  const unit = nameIn(found, UNITS);
  if (!unit) return null;
  const { digits, count = '' } = found?.groups ?? {};
  const many = digits === undefined ? (COUNTS[count] ?? 1) : Number(digits);
  if (unit in MINUTES_IN) return { minutes: many * MINUTES_IN[unit as keyof typeof MINUTES_IN] };
  const days = unit in DAYS_IN ? many * DAYS_IN[unit as keyof typeof DAYS_IN] : 0;
  const months = unit in MONTHS_IN ? many * MONTHS_IN[unit as keyof typeof MONTHS_IN] : 0;
  return { day: { days, months } };
}

function named(parts: readonly (keyof Patterns)[], patterns: Patterns): string {
  return parts.map((part) => `(?<${part}>${patterns[part]})`).join('|');
}

/** The name of the group that matched. */
function nameIn<P extends keyof Patterns>(found: RegExpExecArray | null, parts: readonly P[]): P | undefined {
  return parts.find((part) => found?.groups?.[part] !== undefined);
}

/** `2026-12-12`, `12 Dec`, `1º de maio` (folded to `1o`), `Dec 12, 2026`, `12/12`, `12.12.`. */
function dateIn(take: Take, now: Date, locale: string, oClock: string): FoundDay | 'wrong' | null {
  const { months } = dateNames(locale);
  const name = alternatives(months.keys());
  const iso = take('(\\d{4})-(\\d\\d?)-(\\d\\d?)');
  if (iso) return valid(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
  const dayFirst = take(`(\\d\\d?)(?:st|nd|rd|th|er|[oa°.])?\\s*${OF}(?<!\\d)(${name})\\.?(?:,?\\s+${OF}(\\d{4}))?`);
  if (dayFirst) return dated(now, months.get(dayFirst[2] ?? ''), dayFirst[1], dayFirst[3]);
  const monthFirst = take(`(${name})\\.?\\s*(\\d\\d?)(?:st|nd|rd|th)?(?![:.]?\\d|\\s*(?:[ap]m|${oClock}))(?:,?\\s+(\\d{4}))?`);
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
function dayIn(take: Take, now: Date, locale: string, patterns: Patterns): FoundDay | null {
  const { weekdays, today, tomorrow } = dateNames(locale);
  const day = `(?<today>${today}|${patterns.today})|(?<tomorrow>${tomorrow}|${patterns.tomorrow})|${named(['nextMonth', 'weekend'], patterns)}`;
  const found = take(`${day}|(?<weekday>${alternatives(weekdays.keys())})`)?.groups;
  if (found?.today !== undefined) return dayAfter(now, { days: 0, months: 0 });
  if (found?.tomorrow !== undefined) return dayAfter(now, { days: 1, months: 0 });
  if (found?.nextMonth !== undefined) return dayAfter(now, { days: 0, months: 1 });
  const isNextWeek = take(patterns.nextWeek) !== null;
  if (!found && !isNextWeek) return null;
  const weekday = found ? (weekdays.get(found.weekday ?? '') ?? SATURDAY) : MONDAY;
  if (!isNextWeek) return { ...dayAfter(now, { days: daysUntil(weekday, now), months: 0 }), again: 'week' };
  const monday = daysUntil(MONDAY, now) || 7;
  return dayAfter(now, { days: monday + ((weekday - MONDAY + 7) % 7), months: 0 });
}

function daysUntil(weekday: number, now: Date): number {
  return (weekday - now.getDay() + 7) % 7;
}

function dayAfter(now: Date, { days, months }: { days: number; months: number }): Day {
  const day = new Date(now.getFullYear(), now.getMonth() + months, now.getDate() + days);
  return { year: day.getFullYear(), month: day.getMonth(), date: day.getDate() };
}

/** `noon`, `evening`. Only words that match `which`. */
function timeOfDay(take: Take, patterns: Patterns, which = ''): keyof typeof TIMES | undefined {
  return nameIn(take(`${which}(?:${named(TIMES_OF_DAY, patterns)})`), TIMES_OF_DAY);
}

/** `9am`, `9:30 pm`, `14.00`, `14h30`, `9 Uhr`, `9時30分`. */
function markedClock(take: Take, { oClock, minutes }: Patterns): RegExpExecArray | null {
  const hour = '(?<hour>\\d\\d?)';
  const minute = `(?:[:.]|\\s*(?:h|${oClock})\\s*)(?<minute>\\d\\d)(?:\\s*(?:${minutes}))?`;
  const end = `\\s*(?:(?<half>[ap])\\.?\\s?m\\.?|${oClock})`;
  return take(`${hour}${minute}(?:${end})?`) ?? take(`${hour}${end}`);
}

/** In minutes of the day. */
function clockOf(found: RegExpExecArray | null, time: keyof typeof TIMES | undefined): number | 'wrong' | null {
  if (!found) return time ? TIMES[time] : null;
  const half = found.groups?.half;
  const hour = Number(found.groups?.hour);
  const minute = Number(found.groups?.minute ?? 0);
  if (minute > 59 || hour > (half ? 12 : 23) || (half && hour === 0)) return 'wrong';
  if (half) return ((hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute;
  // `9 in the evening`
  return (hour < 12 && time && TIMES[time] > MORNING ? hour + 12 : hour) * 60 + minute;
}

/** The next matching time in the future, in local time. */
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
