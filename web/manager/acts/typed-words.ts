import { load } from '@foyer/words/compiled/load/typed-times';
import { untilLoaded } from '../../lib/until-loaded.ts';
import { language } from '../language.ts';

/** The English words in a typed time. They are accepted in every language, next to the dashboard's own. */
const ENGLISH = {
  today: 'today',
  tomorrow: 'tomorrow, tmrw, tmr, tmw',
  weekend: 'weekend',
  nextWeek: 'next week',
  nextMonth: 'next month',
  morning: 'morning',
  noon: 'noon, midday',
  afternoon: 'afternoon',
  evening: 'evening, tonight',
  minutes: 'm, min, mins, minute, minutes',
  hours: 'h, hr, hrs, hour, hours',
  days: 'd, day, days',
  weeks: 'w, week, weeks',
  months: 'month, months',
  years: 'year, years',
  before: 'in',
  after: 'later, from now',
  oClock: 'o’clock, oclock',
  fillers: 'at, on, in the, until, the, of, this, next',
  one: 'a, an, one',
} as const;

type Part = keyof typeof ENGLISH;
/** Words by their meaning, separated by commas. */
export type SpokenWords = Readonly<Record<Part, string>>;

/** The same in the dashboard's language. */
export const SPOKEN: SpokenWords = await untilLoaded(() => load(language));

/** For each part the alternatives of a regular expression. */
export type Patterns = Readonly<Record<Part, string>>;

export function patternsOf(spoken: SpokenWords): Patterns {
  const entries = Object.entries(ENGLISH).map(([part, english]) => {
    const all = folded(`${english},${spoken[part as Part]}`).split(/[,،、]/);
    return [part, alternatives(all.map((word) => word.trim()).filter((word) => word !== ''))];
  });
  return Object.fromEntries(entries);
}

/** The words as alternatives of a regular expression, the longest first. */
export function alternatives(all: Iterable<string>): string {
  const unique = [...new Set(all)].sort((one, other) => other.length - one.length);
  return unique.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')).join('|');
}

/** A character of Chinese or Japanese, which have no spaces between words. */
export const UNSPACED = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}]';
const NEXT_TO_DIGIT = new RegExp(`(?<=${UNSPACED})(?=\\d)|(?<=\\d)(?=${UNSPACED})`, 'gu');

/**
 * The form in which typed text is compared with words: in lower case, without accents and Arabic vowel signs, with ASCII digits, one kind of
 * apostrophe and of quotation mark, and one space between words, also between digits and Japanese.
 */
export function folded(text: string): string {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[\u0300-\u036f\u064b-\u0655]/g, '')
      .normalize('NFC')
      .replaceAll('ı', 'i')
      .replaceAll('ł', 'l')
      .replace(/['‘׳]/g, '’')
      .replace(/[“”״]/g, '"')
      // The last four bits of each are its value.
      .replace(/[٠-٩۰-۹]/g, (digit) => `${digit.charCodeAt(0) & 15}`)
      .replace(NEXT_TO_DIGIT, ' ')
      .replace(/\s+/g, ' ')
  );
}
