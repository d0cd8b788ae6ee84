/** A moment to which a conversation can be put off. */
export interface SnoozeTime {
  name: string;
  atMs: number;
}

const MORNING = 9;
const MONDAY = 1;

/** Tomorrow and next Monday at nine, by this browser's clock and zone. On Sundays that is one moment, and offered once. */
export function snoozeTimes(nowMs: number): SnoozeTime[] {
  const weekday = new Date(nowMs).getDay();
  const daysToMonday = (MONDAY - weekday + 7) % 7 || 7;
  const tomorrow = { name: 'Tomorrow', atMs: morningIn(1, nowMs) };
  return daysToMonday === 1 ? [tomorrow] : [tomorrow, { name: 'Next Monday', atMs: morningIn(daysToMonday, nowMs) }];
}

/** Days differ in length, so the date is counted and not the hours. */
function morningIn(days: number, nowMs: number): number {
  const date = new Date(nowMs);
  date.setDate(date.getDate() + days);
  return date.setHours(MORNING, 0, 0, 0);
}
