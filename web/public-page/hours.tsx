import type { OfficeHours } from '@foyer/domain/availability';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** When the manager is usually there, in their own zone; the island adds the visitor's. */
export function Hours({ hours, timeZone }: { hours: OfficeHours; timeZone: string }) {
  return (
    <p class="fact hours" data-zone={timeZone} data-hours={hours.map(({ day, from, to }) => `${day} ${from} ${to}`).join(',')}>
      {stretchesOf(hours).join(', ')} ({placeOfZone(timeZone)} time)
    </p>
  );
}

/** "Mon–Fri 09:00–17:00": days that follow each other with the same hours are named together. */
export function stretchesOf(hours: OfficeHours): string[] {
  const sorted = [...hours].sort((one, other) => one.day - other.day);
  const stretches: { first: number; last: number; times: string }[] = [];
  for (const { day, from, to } of sorted) {
    const times = `${from}–${to}`;
    const before = stretches.at(-1);
    if (before?.times === times && before.last === day - 1) before.last = day;
    else stretches.push({ first: day, last: day, times });
  }
  return stretches.map(({ first, last, times }) => `${dayOf(first)}${last > first ? `–${dayOf(last)}` : ''} ${times}`);
}

function dayOf(day: number): string {
  return DAYS[day - 1] ?? '';
}

/** "Buenos Aires", from `America/Argentina/Buenos_Aires`. */
function placeOfZone(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
