import type { OfficeHours } from '@foyer/domain/availability';
import { sayStretches, stretchesOf } from '../public-page/stretches.ts';

const DAY_MS = 86_400_000;

/** Puts the visitor's own times where the page names the manager's zone: as many lines as before, so nothing below it moves. */
export function showVisitorHours(element: HTMLElement): void {
  const { zone = '', hours = '' } = element.dataset;
  const own = visitorHours(readHours(hours), zone, undefined, Date.now());
  if (own) element.textContent = `${element.textContent}`.replace(/\(.*\)/, `(${own} your time)`);
}

/**
 * Office hours of `zone` as a clock in `visitorZone` shows them (without one, this machine's), each for its next time after `now` in ms, so
 * that both zones' summer times count. "03:00–11:00" when the days are the same, "Sun–Thu 21:00–05:00" when they are not, `null` when the
 * clocks agree. Throws a `RangeError` where a zone is not known.
 */
export function visitorHours(hours: OfficeHours, zone: string, visitorZone: string | undefined, now: number): string | null {
  const stretches = stretchesOf(hours);
  const own = stretchesOf(hours.map((stretch) => moved(stretch, zone, visitorZone, now)));
  if (sayStretches(own) === sayStretches(stretches)) return null;
  const [only] = own;
  return own.length === 1 && stretches.length === 1 && only && only.days === stretches[0]?.days ? only.times : sayStretches(own);
}

function readHours(written: string): OfficeHours {
  return written.split(',').map((stretch) => {
    const [day = '', from = '', to = ''] = stretch.split(' ');
    return { day: Number(day), from, to };
  });
}

/** One stretch on the other clock. Its day is that of its beginning. */
function moved({ day, from, to }: OfficeHours[number], zone: string, otherZone: string | undefined, now: number): OfficeHours[number] {
  const today = Math.floor(clockAt(now, zone) / DAY_MS) * DAY_MS;
  let midnight = today + ((day - weekdayOf(today) + 7) % 7) * DAY_MS;
  if (momentOf(midnight + sinceMidnight(to), zone) <= now) midnight += 7 * DAY_MS;
  const [begins, ends] = [from, to].map((time) => clockAt(momentOf(midnight + sinceMidnight(time), zone), otherZone));
  return { day: weekdayOf(begins), from: timeOf(begins), to: timeOf(ends) };
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
