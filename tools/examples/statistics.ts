import { dayAt, dayOfMonth, daysUntil, monthOf } from '@foyer/domain/days';
import type { Profile } from '@foyer/domain/profile';
import type { DayStatistics, MonthStatistics } from '@foyer/domain/statistics';
import { waitHistogram } from '@foyer/domain/wait-histogram';

const DAYS = 75;
/** When people write: mornings, and again in the evening. The same hour more than once is a likelier one. */
const HOURS = ['07', '08', '09', '09', '10', '10', '10', '11', '11', '13', '14', '15', '16', '17', '19', '20', '20', '21', '21', '22'];

/** An example page's statistics up to now, by month. Seeding on the same day gives the same numbers. */
export function exampleStatistics(profile: Profile, nowMs: number): Map<string, MonthStatistics> {
  const days = daysUntil(dayAt(nowMs, profile.timeZone), DAYS).map((day, index): [string, DayStatistics] => [day, counted(profile, index)]);
  const months = [...Map.groupBy(days, ([day]) => monthOf(day))];
  return new Map(
    months.map(([month, inMonth]) => [month, { days: Object.fromEntries(inMonth.map(([day, count]) => [dayOfMonth(day), count])) }]),
  );
}

/** Grows every week, with fewer views at weekends and one day on which the address was shared. */
function counted({ sections }: Profile, index: number): DayStatistics {
  const chance = (salt: number) => Math.abs(Math.sin(index * 12.9898 + salt * 78.233) * 43_758.5453) % 1;
  const isLast = index === DAYS - 1;
  const views = Math.round((12 + index / 4) * (0.5 + chance(1)) * (index % 7 > 4 ? 0.5 : 1) * (index === 58 ? 4 : 1) * (isLast ? 0.4 : 1));
  const conversations = Math.round(chance(2) * 2.4);
  const messages = conversations * 3 + Math.round(chance(3) * 4);
  const replies = conversations * 2 + Math.round(chance(4) * 4);
  const hours = Array.from({ length: messages }, (_, each) => HOURS[Math.floor(chance(20 + each) * HOURS.length)] ?? '10');
  // From ten minutes to a day, most of them a few hours.
  const waits = Array.from({ length: Math.ceil(replies / 2) }, (_, each) => ({ waitedMs: 600_000 * 2 ** (7 * chance(50 + each)) }));
  const shown = sections.filter(({ isHidden }) => !isHidden);
  return {
    views,
    sections: Object.fromEntries(shown.map(({ kind }, place) => [kind, Math.round((views * 0.85) / (1 + place / 3))])),
    conversations,
    ...(conversations > 1 && shown.some(({ kind }) => kind === 'projects') ? { startedFrom: { projects: 1 } } : {}),
    messages,
    replies,
    firstReplies: waits.length,
    waited: waitHistogram(waits),
    hours: Object.fromEntries([...Map.groupBy(hours, (hour) => hour)].map(([hour, { length }]) => [hour, length])),
  };
}
