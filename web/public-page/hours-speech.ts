import { directionOfLanguage } from '@foyer/domain/language';
import type { HoursInterval } from '@foyer/domain/office-hours';
import type { HoursSpeech } from './day-hours.ts';
import { perLocale } from './per-locale.ts';
import type { Spoken } from './words.ts';

/** 1 January 1970 was a Thursday, so day 4, counted from 0, was a Monday. */
const MONDAY = 4;
const DAY_MS = 86_400_000;

export const TIME = '{}';

/** What `Intl` provides for hours in a language. */
const knownIn = perLocale((locale) => {
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return {
    days: Array.from({ length: 7 }, (_, day) => weekday.format((MONDAY + day) * DAY_MS)),
    and: betweenTwo(new Intl.ListFormat(locale), ['1', '2']),
    comma: betweenTwo(new Intl.ListFormat(locale, { style: 'narrow' }), ['1', '2', '3']),
    range: directionOfLanguage(locale) === 'rtl' ? `\u2066${TIME}\u2069` : TIME,
  };
});

export function hoursSpeech({ locale, words }: Pick<Spoken, 'locale' | 'words'>): HoursSpeech {
  return { ...knownIn(locale), allDay: words.allDay, dayFrom: words.dayFrom({ time: TIME }) };
}

/**
 * The same for the island, which reads it from an attribute (visitor/box/visitor-hours.ts). `here` is the text for the visitor's own times.
 * Omits trailing parts that the hours don't need, which makes most pages smaller.
 */
export function writtenSpeech(here: string, speech: HoursSpeech, hours: readonly HoursInterval[]): string {
  const { days, and, comma, range, allDay, dayFrom } = speech;
  const hasWholeDay = hours.some(({ from, to }) => from === to);
  const last = hasWholeDay ? [range, allDay, dayFrom] : range === TIME ? [] : [range];
  return [days.join(), and, comma, here, ...last].join('|');
}

function betweenTwo(format: Intl.ListFormat, list: readonly string[]): string {
  return format.formatToParts(list).find(({ type }) => type === 'literal')?.value ?? ', ';
}
