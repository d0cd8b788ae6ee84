import type { HoursInterval } from '@foyer/domain/office-hours';
import { dayHoursOf, type HoursSpeech, sayHours } from '../../public-page/day-hours.ts';

const DAY_MS = 86_400_000;

/** What `writtenSpeech` writes. Hours that need the last two texts have them. */
type WrittenSpeech = [days: string, and: string, comma: string, here: string, range: string | undefined, allDay: string, dayFrom: string];

/** Shows the visitor's local times where the page names the manager's zone, on the same number of lines, so nothing below moves. */
export function showVisitorHours(element: HTMLElement): void {
  const { zone = '', hours = '', words = '' } = element.dataset;
  const [days, and, comma, here, range = '{}', allDay, dayFrom] = words.split('|') as WrittenSpeech;
  const speech = { days: days.split(','), and, comma, range, allDay, dayFrom };
  const own = visitorHours(readHours(hours), zone, undefined, Date.now(), speech);
  if (!own) return;
  // A new element: text that moves within the old one would be a layout shift.
  const shown = element.cloneNode(true) as HTMLElement;
  shown.querySelector('bdi')?.replaceChildren(here.replace('{}', own));
  element.replaceWith(shown);
}

/**
 * Converts office hours of `zone` to `visitorZone` (default: this machine's), each at its next end after `now` in ms, so both zones' summer
 * times are applied. "03:00–11:00" if the days are the same, "Sun–Thu 21:00–05:00" if not, `null` if the clocks agree. Throws a
 * `RangeError` for an unknown zone.
 */
export function visitorHours(
  hours: readonly HoursInterval[],
  zone: string,
  visitorZone: string | undefined,
  now: number,
  speech: HoursSpeech,
): string | null {
  const written = dayHoursOf(hours, speech);
  const own = dayHoursOf(
    hours.map((interval) => moved(interval, zone, visitorZone, now)),
    speech,
  );
  const said = sayHours(own, speech);
  if (said === sayHours(written, speech)) return null;
  const [only] = own;
  return own.length === 1 && written.length === 1 && only && only.days === written[0]?.days ? only.times : said;
}

function readHours(written: string): HoursInterval[] {
  return written.split(',').map((interval) => {
    const [day, from, to] = interval.split(' ') as [string, string, string];
    return { day: Number(day), from, to };
  });
}

/** Converts one interval. Its day is the day on which it starts. */
function moved({ day, from, to }: HoursInterval, zone: string, otherZone: string | undefined, now: number): HoursInterval {
  const today = Math.floor(clockAt(now, zone) / DAY_MS) * DAY_MS;
  const length = sinceMidnight(to) - sinceMidnight(from);
  let start = today - ((weekdayOf(today) - day + 7) % 7) * DAY_MS + sinceMidnight(from);
  const ends = () => momentOf(start + (length > 0 ? length : length + DAY_MS), zone);
  // An interval that is over, or that a change to summer time skips, counts for next week.
  while (ends() <= now || ends() <= momentOf(start, zone)) start += 7 * DAY_MS;
  const begun = clockAt(momentOf(start, zone), otherZone);
  return { day: weekdayOf(begun), from: timeOf(begun), to: timeOf(clockAt(ends(), otherZone)) };
}

/** The zone's local time at `ms`, as the milliseconds at which UTC has that time. */
function clockAt(ms: number, timeZone: string | undefined): number {
  // Swedish dates are ISO 8601 except for the T.
  return Date.parse(`${new Date(ms).toLocaleString('sv', { timeZone }).replace(' ', 'T')}Z`);
}

/** The time at which the zone's clock shows `clock`. Computed twice: the first result may be across a summer time change. */
function momentOf(clock: number, zone: string): number {
  const near = clock * 2 - clockAt(clock, zone);
  return near + clock - clockAt(near, zone);
}

function sinceMidnight(time: string): number {
  return Date.parse(`1970-01-01T${time}Z`);
}

function weekdayOf(clock: number): number {
  return new Date(clock).getUTCDay() || 7;
}

function timeOf(clock: number): string {
  return new Date(clock).toISOString().slice(11, 16);
}
