/** A moment to which a conversation can be put off, and the key that chooses it. */
export interface SnoozeTime {
  key: string;
  name: string;
  atMs: number;
}

const HOUR_MS = 3_600_000;
const MORNING = 9;
const EVENING = 18;
const LATEST = 21;
const MONDAY = 1;

/**
 * The usual moments, by this browser's clock and zone. One that makes no sense today is left out: an evening that has come, a later hour in
 * the night, and Monday where it is tomorrow or in a week. Keys stay with their moments, so that hands can learn them.
 */
export function snoozeTimes(nowMs: number): SnoozeTime[] {
  const daysToMonday = (MONDAY - new Date(nowMs).getDay() + 7) % 7 || 7;
  const evening = hourIn(0, EVENING, nowMs);
  const later = fullHour(nowMs + 3 * HOUR_MS);
  const hasEvening = evening - nowMs >= HOUR_MS;
  const laterHour = new Date(later).getHours();
  const isSensible = laterHour >= MORNING && laterHour <= LATEST && later < (hasEvening ? evening : hourIn(1, 0, nowMs));
  return [
    isSensible && { key: '1', name: 'Later today', atMs: later },
    hasEvening && { key: '2', name: 'This evening', atMs: evening },
    { key: '3', name: 'Tomorrow', atMs: hourIn(1, MORNING, nowMs) },
    daysToMonday > 1 && daysToMonday < 7 && { key: '4', name: 'Monday', atMs: hourIn(daysToMonday, MORNING, nowMs) },
    { key: '5', name: 'In a week', atMs: hourIn(7, MORNING, nowMs) },
  ].filter((time) => time !== false);
}

/** Days differ in length, so the date is counted and not the hours. */
function hourIn(days: number, hour: number, nowMs: number): number {
  const date = new Date(nowMs);
  date.setDate(date.getDate() + days);
  return date.setHours(hour, 0, 0, 0);
}

/** The next full hour. */
function fullHour(ms: number): number {
  const date = new Date(ms);
  const floor = date.setMinutes(0, 0, 0);
  return floor < ms ? floor + HOUR_MS : floor;
}
