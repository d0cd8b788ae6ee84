import { alternatives, folded } from './typed-words.ts';

interface DateNames {
  /** All spellings of weekdays and months, with the numbers that `Date` uses. */
  weekdays: ReadonlyMap<string, number>;
  months: ReadonlyMap<string, number>;
  /** Alternatives of a regular expression. */
  today: string;
  tomorrow: string;
}

/** The first letters of a name are enough, if there are at least this many. */
const LETTERS_MIN = 3;

/** The names of days and months in English and in `locale`, folded as typed text is. */
export function dateNames(locale: string): DateNames {
  const locales = ['en', locale];
  // 1 February 2026 was a Sunday.
  const weekdays = namesOf(locales, 7, 'weekday', (index) => new Date(2026, 1, 1 + index));
  const months = namesOf(locales, 12, 'month', (index) => new Date(2026, index, 1));
  const inDays = (days: number) =>
    alternatives(locales.map((one) => folded(new Intl.RelativeTimeFormat(one, { numeric: 'auto' }).format(days, 'day'))));
  return { weekdays, months, today: inDays(0), tomorrow: inDays(1) };
}

/** Whether numeric dates begin with the month. */
export function isMonthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(0).map(({ type }) => type);
  return parts.indexOf('month') < parts.indexOf('day');
}

function namesOf(
  locales: readonly string[],
  count: number,
  part: 'weekday' | 'month',
  dateOf: (index: number) => Date,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const locale of locales) {
    const long = new Intl.DateTimeFormat(locale, { [part]: 'long' });
    const short = new Intl.DateTimeFormat(locale, { [part]: 'short' });
    // Slavic months have another form in a date: `grudzień`, `12 grudnia`.
    const inDate = new Intl.DateTimeFormat(locale, { day: 'numeric', [part]: 'long' });
    const dates = Array.from({ length: count }, (_, index) => dateOf(index));
    const names = dates.map((date) => folded(long.format(date)));
    const shared = sharedWord(names);
    for (const [index, date] of dates.entries()) {
      const name = names[index] ?? '';
      const dated = folded(inDate.formatToParts(date).find(({ type }) => type === part)?.value ?? name);
      const brief = folded(short.format(date)).replace('.', '');
      const ways = [name, dated, brief, brief.replace('’', ''), inAccusative(name), ...beginnings(name.slice(shared.length))];
      // A Japanese month is just a number in a date. If two names have the same beginning, the first one counts. English comes first.
      for (const way of ways) if (/\p{L}/u.test(way) && !found.has(way)) found.set(way, index);
    }
  }
  return found;
}

/** A word that all names begin with, and its space: `יום ` of Hebrew weekdays. */
function sharedWord(names: readonly string[]): string {
  const [first = ''] = names;
  const word = first.slice(0, first.indexOf(' ') + 1);
  return names.every((name) => name.startsWith(word)) ? word : '';
}

/** Polish weekdays after “on”, which `Intl` doesn't have: `środa`, `w środę`. */
function inAccusative(name: string): string {
  return name.replace(/a$/, 'e');
}

function beginnings(name: string): string[] {
  const lengths = Array.from({ length: Math.max(0, name.length - LETTERS_MIN) }, (_, more) => LETTERS_MIN + more);
  return [name, ...lengths.map((length) => name.slice(0, length))];
}
