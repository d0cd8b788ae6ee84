import type { OfficeHours } from '@foyer/domain/availability';
import { sayStretches, stretchesOf } from './stretches.ts';

/** When the manager is usually there, in their own zone; for who is in another one, the island puts the visitor's times into the brackets. */
export function Hours({ hours, timeZone }: { hours: OfficeHours; timeZone: string }) {
  const sorted = [...hours].sort((one, other) => one.day - other.day);
  return (
    <p class="fact hours" lang="en" data-zone={timeZone} data-hours={sorted.map(({ day, from, to }) => `${day} ${from} ${to}`).join(',')}>
      {sayStretches(stretchesOf(sorted))} ({placeOfZone(timeZone)} time)
    </p>
  );
}

/** "Buenos Aires", from `America/Argentina/Buenos_Aires`. */
function placeOfZone(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
