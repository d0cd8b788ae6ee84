import { clockTime, dayName } from '../../lib/time.ts';

/** A moment ahead as one says it: `tomorrow, 9:00`, `Monday, 9:00`, `24 March, 9:00`. */
export function momentName(ms: number, nowMs: number): string {
  const days = Math.round((new Date(ms).setHours(0, 0, 0, 0) - new Date(nowMs).setHours(0, 0, 0, 0)) / 86_400_000);
  const day =
    days === 1
      ? new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(1, 'day')
      : days > 1 && days < 7
        ? new Date(ms).toLocaleDateString(undefined, { weekday: 'long' })
        : dayName(ms, nowMs);
  return `${day}, ${clockTime(ms)}`;
}
