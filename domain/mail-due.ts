import type { MailAfter } from './settings.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** "Once a day" is at this hour, in the manager's zone. */
export const MAIL_HOUR = 8;

/** When a mail about a message of now is due, in ms since 1970; `null` if the manager wants none. An unknown zone counts as UTC. */
export function mailDueAt(mailAfter: MailAfter, timeZone: string, nowMs: number): number | null {
  switch (mailAfter) {
    case 'quarter-hour':
      return nowMs + 15 * MINUTE_MS;
    case 'hour':
      return nowMs + HOUR_MS;
    case 'day':
      return nextHourAt(MAIL_HOUR, timeZone, nowMs);
    default:
      return null;
  }
}

/**
 * The next time at which clocks in the zone show this hour. Where an hour is skipped, the first moment after it; where it is repeated, the
 * first of the two. Steps of a quarter of an hour find it: every zone's offset is a multiple of one.
 */
function nextHourAt(hour: number, timeZone: string, nowMs: number): number {
  const clock = clockIn(timeZone);
  const step = 15 * MINUTE_MS;
  const minutes = hour * 60;
  let before = clock(nowMs);
  for (let at = Math.floor(nowMs / step) * step + step; at <= nowMs + 26 * HOUR_MS; at += step) {
    const after = clock(at);
    if (after >= minutes && (before < minutes || before > after)) return at;
    before = after;
  }
  return nowMs + 24 * HOUR_MS;
}

/** Minutes since midnight on clocks in a zone. */
function clockIn(timeZone: string): (ms: number) => number {
  const format = formatIn(timeZone);
  return (ms) => {
    const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
    return (parts.hour ?? 0) * 60 + (parts.minute ?? 0);
  };
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone, ...parts });
  } catch {
    return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...parts });
  }
}
