import type { HoursInterval } from '@foyer/domain/office-hours';
import { dayHoursOf, sayHours } from '../../public-page/day-hours.ts';

const DAY_MS = 86_400_000;

/** Puts the visitor's own times where the page names the manager's zone: as many lines as before, so nothing below it moves. */
export function showVisitorHours(element: HTMLElement): void {
  const { zone = '', hours = '' } = element.dataset;
  const own = visitorHours(readHours(hours), zone, undefined, Date.now());
  if (own) element.textContent = `${element.textContent}`.replace(/\(.*\)/, `(${own} your time)`);
}

/**
 * Office hours of `zone` as a clock in `visitorZone` shows them (without one, this machine's), each for the next time that it ends after
 * `now` in ms, so that both zones' summer times count. "03:00–11:00" when the days are the same, "Sun–Thu 21:00–05:00" when they are not,
 * `null` when the clocks agree. Throws a `RangeError` where a zone is not known.
 */
export function visitorHours(hours: readonly HoursInterval[], zone: string, visitorZone: string | undefined, now: number): string | null {
  const written = dayHoursOf(hours);
  const own = dayHoursOf(hours.map((interval) => moved(interval, zone, visitorZone, now)));
  if (sayHours(own) === sayHours(written)) return null;
  const [only] = own;
  return own.length === 1 && written.length === 1 && only && only.days === written[0]?.days ? only.times : sayHours(own);
}

function readHours(written: string): HoursInterval[] {
  return written.split(',').map((interval) => {
    const [day = '', from = '', to = ''] = interval.split(' ');
    return { day: Number(day), from, to };
  });
}

/** One interval on the other clock. Its day is that of its start. */
function moved({ day, from, to }: HoursInterval, zone: string, otherZone: string | undefined, now: number): HoursInterval {
  const today = Math.floor(clockAt(now, zone) / DAY_MS) * DAY_MS;
  const length = sinceMidnight(to) - sinceMidnight(from);
  let start = today - ((weekdayOf(today) - day + 7) % 7) * DAY_MS + sinceMidnight(from);
  const ends = () => momentOf(start + (length > 0 ? length : length + DAY_MS), zone);
  // One that is over, or that falls into the hour that a change to summer time skips, counts for next week.
  while (ends() <= now || ends() <= momentOf(start, zone)) start += 7 * DAY_MS;
  const [begun, ended] = [momentOf(start, zone), ends()].map((moment) => clockAt(moment, otherZone));
  return { day: weekdayOf(begun), from: timeOf(begun), to: timeOf(ended) };
}

/** What a clock of the zone shows at a moment, as the milliseconds at which a clock in Greenwich would show it. */
function clockAt(ms: number, timeZone: string | undefined): number {
  // Swedish dates are ISO 8601 but for the T.
  return Date.parse(`${new Date(ms).toLocaleString('sv', { timeZone }).replace(' ', 'T')}Z`);
}

/** The moment at which a clock of the zone shows this. Asked twice: the first answer may lie beyond a change of summer time. */
function momentOf(clock: number, zone: string): number {
  const near = clock * 2 - clockAt(clock, zone);
  return near + clock - clockAt(near, zone);
}

function sinceMidnight(time: string): number {
  return Date.parse(`1970-01-01T${time}Z`);
}

function weekdayOf(clock = 0): number {
  return new Date(clock).getUTCDay() || 7;
}

function timeOf(clock = 0): string {
  return new Date(clock).toISOString().slice(11, 16);
}
