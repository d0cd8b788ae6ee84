import { locale } from '../../lib/language.ts';
import { words } from '../words.ts';

/** A moment until which a conversation can be snoozed, and the key that chooses it. */
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
 * The usual times, in this browser's zone. Those that make no sense right now are left out: an evening that has begun, a later hour in
 * the night, and Monday if that is tomorrow or in a week. Each time keeps its key, so people can learn it.
 */
export function snoozeTimes(nowMs: number): SnoozeTime[] {
  const daysToMonday = (MONDAY - new Date(nowMs).getDay() + 7) % 7 || 7;
  const evening = hourIn(0, EVENING, nowMs);
  const later = fullHour(nowMs + 3 * HOUR_MS);
  const hasEvening = evening - nowMs >= HOUR_MS;
  const laterHour = new Date(later).getHours();
  const isSensible = laterHour >= MORNING && laterHour <= LATEST && later < (hasEvening ? evening : hourIn(1, 0, nowMs));
  const monday = hourIn(daysToMonday, MORNING, nowMs);
  return [
    isSensible && { key: '1', name: words.laterToday, atMs: later },
    hasEvening && { key: '2', name: words.thisEvening, atMs: evening },
    { key: '3', name: words.tomorrow, atMs: hourIn(1, MORNING, nowMs) },
    daysToMonday > 1 && daysToMonday < 7 && { key: '4', name: weekdayName(monday), atMs: monday },
    { key: '5', name: words.inAWeek, atMs: hourIn(7, MORNING, nowMs) },
  ].filter((time) => time !== false);
}

/** Capitalised, because some languages write it in lower case elsewhere. */
function weekdayName(ms: number): string {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(ms);
  return name.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(locale));
}

/** Counts calendar days, because days differ in length. */
function hourIn(days: number, hour: number, nowMs: number): number {
  const date = new Date(nowMs);
  date.setDate(date.getDate() + days);
  return date.setHours(hour, 0, 0, 0);
}

function fullHour(ms: number): number {
  const date = new Date(ms);
  const floor = date.setMinutes(0, 0, 0);
  return floor < ms ? floor + HOUR_MS : floor;
}
