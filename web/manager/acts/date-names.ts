interface DateNames {
  /** Each way to write a weekday or a month, longest first, to its number as `Date` counts. */
  weekdays: ReadonlyMap<string, number>;
  months: ReadonlyMap<string, number>;
  today: readonly string[];
  tomorrow: readonly string[];
}

/** Beginnings of names count from so many letters on. */
const LETTERS_MIN = 3;

/** What days and months are called in English and in `locale`, in small letters. */
export function dateNames(locale?: string): DateNames {
  const locales = ['en', locale];
  // 1 February 2026 was a Sunday.
  const weekdays = namesOf(locales, 7, { weekday: 'long' }, (index) => new Date(2026, 1, 1 + index));
  const months = namesOf(locales, 12, { month: 'long' }, (index) => new Date(2026, index, 1));
  const inDays = (days: number) =>
    locales.map((one) => escaped(new Intl.RelativeTimeFormat(one, { numeric: 'auto' }).format(days, 'day').toLowerCase()));
  return { weekdays, months, today: inDays(0), tomorrow: [...inDays(1), 'tmrw?', 'tmw'] };
}

/** Whether dates in figures begin with the month. */
export function isMonthFirst(locale?: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(0).map(({ type }) => type);
  return parts.indexOf('month') < parts.indexOf('day');
}

function namesOf(
  locales: readonly (string | undefined)[],
  count: number,
  part: { weekday?: 'long'; month?: 'long' },
  dateOf: (index: number) => Date,
): ReadonlyMap<string, number> {
  const found: [string, number][] = [];
  for (const locale of locales) {
    const long = new Intl.DateTimeFormat(locale, part);
    const short = new Intl.DateTimeFormat(locale, 'weekday' in part ? { weekday: 'short' } : { month: 'short' });
    for (let index = 0; index < count; index++) {
      const name = long.format(dateOf(index)).toLowerCase();
      const beginnings = Array.from({ length: Math.max(0, name.length - LETTERS_MIN) }, (_, cut) => name.slice(0, LETTERS_MIN + cut));
      for (const way of [name, short.format(dateOf(index)).toLowerCase().replace('.', ''), ...beginnings])
        found.push([escaped(way), index]);
    }
  }
  // What two names begin with is the first one's; English comes first.
  return new Map([...new Map(found.reverse())].sort(([one], [other]) => other.length - one.length));
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
