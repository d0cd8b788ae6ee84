import { perLocale } from './per-locale.ts';

const namesIn = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC', calendar: 'gregory' }),
);

/** Formats `2026-11-21` in a language: "21 November 2026". Returns an invalid day unchanged. */
export function dayName(day: string, locale: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? day : namesIn(locale).format(time);
}
