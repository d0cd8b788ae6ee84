import { dayAt, dayOfMonth, daysUntil, monthOf } from '@foyer/domain/days';
import type { Profile } from '@foyer/domain/profile';
import type { DayStatistics, MonthStatistics } from '@foyer/domain/statistics';

/** For how long an example page has been looked at. */
const DAYS = 75;

/** What was counted of an example page up to now, by months: the same for everybody who begins on the same day. */
export function exampleStatistics(profile: Profile, nowMs: number): Map<string, MonthStatistics> {
  const days = daysUntil(dayAt(nowMs, profile.timeZone), DAYS).map((day, index): [string, DayStatistics] => [day, counted(profile, index)]);
  const months = [...Map.groupBy(days, ([day]) => monthOf(day))];
  return new Map(
    months.map(([month, inMonth]) => [month, { days: Object.fromEntries(inMonth.map(([day, count]) => [dayOfMonth(day), count])) }]),
  );
}

/** More every week, fewer at weekends, and one day on which somebody passed the address on. */
function counted({ sections }: Profile, index: number): DayStatistics {
  const chance = (salt: number) => Math.abs(Math.sin(index * 12.9898 + salt * 78.233) * 43_758.5453) % 1;
  const isLast = index === DAYS - 1;
  const views = Math.round((12 + index / 4) * (0.5 + chance(1)) * (index % 7 > 4 ? 0.5 : 1) * (index === 58 ? 4 : 1) * (isLast ? 0.4 : 1));
  const conversations = Math.round(chance(2) * 2.4);
  const shown = sections.filter(({ isHidden }) => !isHidden);
  return {
    views,
    sections: Object.fromEntries(shown.map(({ kind }, place) => [kind, Math.round((views * 0.85) / (1 + place / 3))])),
    conversations,
    ...(conversations > 1 && shown.some(({ kind }) => kind === 'projects') ? { startedFrom: { projects: 1 } } : {}),
    messages: conversations * 3 + Math.round(chance(3) * 4),
    replies: conversations * 2 + Math.round(chance(4) * 4),
  };
}
