import { locale } from '../../lib/language.ts';

const SHORT_DAY = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
const HOUR = new Intl.DateTimeFormat(locale, { hour: 'numeric', timeZone: 'UTC' });
const TIME = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
const NUMBER = new Intl.NumberFormat(locale);
const PERCENT = new Intl.NumberFormat(locale, { style: 'percent' });

/** `Sat, 21 Nov` for `2026-11-21`. The name of a day has no time zone. */
export function shortDay(day: string): string {
  return SHORT_DAY.format(new Date(day));
}

/** `9 AM` for 9. */
export function hourOfDay(hour: number): string {
  return HOUR.format(Date.UTC(2026, 0, 1, hour));
}

/** `9:00 – 9:59 AM` for 9. */
export function hourSpan(hour: number): string {
  return TIME.formatRange(Date.UTC(2026, 0, 1, hour), Date.UTC(2026, 0, 1, hour, 59));
}

export function count(value: number): string {
  return NUMBER.format(value);
}

/** `12%` for 0.12. */
export function percent(share: number): string {
  return PERCENT.format(share);
}
