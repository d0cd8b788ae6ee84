import type { OfficeHours } from '@foyer/domain/availability';
import { ALWAYS, inOrder } from '@foyer/domain/office-hours';
import { dayHoursOf, sayHours } from './day-hours.ts';
import { zoneName } from './zone-name.ts';

/** When the manager is usually there, in their own time zone. For visitors in another one, the island puts their own times in the brackets. */
export function Hours({ hours, timeZone }: { hours: OfficeHours; timeZone: string | undefined }) {
  if (hours === ALWAYS) {
    return (
      <p class="fact hours" lang="en">
        Available at any time
      </p>
    );
  }
  const sorted = inOrder(hours);
  return (
    <p class="fact hours" lang="en" data-zone={timeZone} data-hours={sorted.map(({ day, from, to }) => `${day} ${from} ${to}`).join(',')}>
      {sayHours(dayHoursOf(sorted))} ({timeIn(timeZone)})
    </p>
  );
}

/** "Buenos Aires time", or "UTC−5". */
function timeIn(timeZone = 'UTC'): string {
  const { name, isPlace } = zoneName(timeZone);
  return isPlace ? `${name} time` : name;
}
