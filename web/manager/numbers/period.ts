import { dayOfMonth, daysUntil, monthOf } from '@foyer/domain/days';
import type { SectionKind } from '@foyer/domain/profile';
import type { DayStatistics, MonthStatistics, StartKind } from '@foyer/domain/statistics';

/** The measures with a chart by day. */
export const MEASURES = ['views', 'conversations', 'messages', 'replies'] as const;
export type Measure = (typeof MEASURES)[number];

/** The lengths of a period, in days. */
export const PERIODS = [30, 90] as const;
export type PeriodDays = (typeof PERIODS)[number];

/** The stored months by name; `null` where nothing was counted. */
export type Months = Readonly<Record<string, MonthStatistics | null>>;

export interface Day {
  /** `2026-11-21` */
  name: string;
  counted: DayStatistics;
}

/** Some days up to today, with their totals and the totals of as many days before them. */
export interface Period {
  days: Day[];
  totals: Record<Measure, number>;
  /** `null` if nothing was counted in the first week of the days before: a beginning is not a change. */
  before: Record<Measure, number> | null;
  /** Views in which each section was visible. */
  sections: Map<SectionKind, number>;
  /** Conversations by where they were started; `box` is the message box itself. */
  starts: Map<StartKind | 'box', number>;
}

/** The months of a period and of the days before it. */
export function monthsOf(today: string, count: PeriodDays): string[] {
  return [...new Set(daysUntil(today, 2 * count).map(monthOf))];
}

export function periodOf(months: Months, today: string, count: PeriodDays): Period {
  const all = daysUntil(today, 2 * count).map((name) => ({ name, counted: months[monthOf(name)]?.days[dayOfMonth(name)] ?? {} }));
  const [earlier, days] = [all.slice(0, count), all.slice(count)];
  const [before, totals] = [totalsOf(earlier), totalsOf(days)];
  const starts = new Map<StartKind | 'box', number>(sumOf(days, ({ startedFrom }) => startedFrom));
  const elsewhere = totals.conversations - [...starts.values()].reduce((sum, each) => sum + each, 0);
  if (elsewhere > 0) starts.set('box', elsewhere);
  return {
    days,
    totals,
    before: earlier.slice(0, 7).some(({ counted }) => Object.keys(counted).length > 0) ? before : null,
    sections: sumOf(days, ({ sections }) => sections),
    starts,
  };
}

/** The end of a scale for values up to `max`: a round number, at least 5. */
export function scaleEnd(max: number): number {
  const least = Math.max(max, 5);
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map((step) => step * power).find((end) => end >= least) ?? least;
}

function totalsOf(days: readonly Day[]): Record<Measure, number> {
  const sum = (measure: Measure) => days.reduce((total, { counted }) => total + (counted[measure] ?? 0), 0);
  return { views: sum('views'), conversations: sum('conversations'), messages: sum('messages'), replies: sum('replies') };
}

function sumOf<K extends string>(
  days: readonly Day[],
  pick: (counted: DayStatistics) => Partial<Record<K, number>> | undefined,
): Map<K, number> {
  const sums = new Map<K, number>();
  for (const { counted } of days) {
    for (const [kind, count] of Object.entries(pick(counted) ?? {}) as [K, number][]) sums.set(kind, (sums.get(kind) ?? 0) + count);
  }
  return sums;
}
