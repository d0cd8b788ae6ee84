import { locale } from '../../lib/language.ts';
import { clockTime, dayName } from '../../lib/time.ts';
import { words } from '../words.ts';

/** A moment ahead in words: `tomorrow, 9:00`, `Monday, 9:00`, `24 March, 9:00`. */
export function momentName(ms: number, nowMs: number): string {
  const days = Math.round((new Date(ms).setHours(0, 0, 0, 0) - new Date(nowMs).setHours(0, 0, 0, 0)) / 86_400_000);
  const day =
    days === 1
      ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(1, 'day')
      : days > 1 && days < 7
        ? new Date(ms).toLocaleDateString(locale, { weekday: 'long' })
        : dayName(ms, nowMs);
  return words.dayAndTime({ day, time: clockTime(ms) });
}
