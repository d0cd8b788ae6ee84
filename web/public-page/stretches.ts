import type { OfficeHours } from '@foyer/domain/availability';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** Days that follow each other with the same hours, as "Mon–Fri" and "09:00–17:00". */
export interface Stretch {
  days: string;
  times: string;
}

/** Office hours in the order given, what belongs together named together; a week may go on past its Sunday. */
export function stretchesOf(hours: OfficeHours): Stretch[] {
  const runs: { first: number; last: number; times: string }[] = [];
  for (const { day, from, to } of hours) {
    const times = `${from}–${to}`;
    const before = runs.at(-1);
    if (before?.times === times && (before.last % 7) + 1 === day) before.last = day;
    else runs.push({ first: day, last: day, times });
  }
  return runs.map(({ first, last, times }) => ({ days: first === last ? dayOf(first) : `${dayOf(first)}–${dayOf(last)}`, times }));
}

/** "Mon–Fri 09:00–17:00, Sat 10:00–12:00". */
export function sayStretches(stretches: readonly Stretch[]): string {
  return stretches.map(({ days, times }) => `${days} ${times}`).join(', ');
}

function dayOf(day: number): string {
  return DAYS[day - 1] ?? '';
}
