import { dayAt, dayOfMonth, daysUntil, monthOf } from '@foyer/domain/days';
import type { DayStatistics } from '@foyer/domain/statistics';
import { tables } from '@foyer/functions/db';
import { type Firestore, Timestamp } from '@google-cloud/firestore';

const MINUTE_MS = 60_000;

export async function storeDays(
  db: Firestore,
  managerId: string,
  count: number,
  dayNumbered: (index: number) => DayStatistics,
): Promise<void> {
  const days = daysUntil(dayAt(Date.now()), count).map((day, index) => ({ day, counted: dayNumbered(index) }));
  for (const [month, inMonth] of Map.groupBy(days, ({ day }) => monthOf(day))) {
    await tables(db)
      .statistics(managerId, month)
      .set({ days: Object.fromEntries(inMonth.map(({ day, counted }) => [dayOfMonth(day), counted])) });
  }
}

/** Stores this many replies after this many minutes, all of them right now. */
export async function storeWaits(db: Firestore, managerId: string, count: number, minutes: number): Promise<void> {
  const wait = { at: Timestamp.now(), waitedMs: minutes * MINUTE_MS };
  await tables(db)
    .waits(managerId)
    .set({ waits: Array<typeof wait>(count).fill(wait) });
}
