import { TEXT_MAX } from '@foyer/domain/limits';
import { isFromManager, type ParticipantId } from '@foyer/domain/participant';
import type { Chance } from './chance.ts';
import { AR } from './phrases/ar.ts';
import { DE } from './phrases/de.ts';
import { EN } from './phrases/en.ts';
import { ES } from './phrases/es.ts';
import { FR } from './phrases/fr.ts';
import { JA } from './phrases/ja.ts';
import type { Phrases } from './phrases/phrases.ts';
import { SPAM } from './phrases/spam.ts';

/** The same language more than once is a likelier one. */
const LANGUAGES = [EN, EN, EN, EN, DE, DE, FR, FR, ES, JA, AR];

/** Making a format takes longer than a whole conversation. */
const WEEKDAYS = new Map<string, string[]>();

export interface Person {
  phrases: Phrases;
  /** Empty for some. */
  name: string;
  email?: string;
}

export function somePerson(chance: Chance): Person {
  const phrases = chance.pick(LANGUAGES);
  const [first, last] = [chance.pick(phrases.first), chance.pick(phrases.last)];
  const isFamilyFirst = phrases === JA;
  const name = isFamilyFirst ? `${last} ${first}` : chance.is(0.3) ? first : `${first} ${last}`;
  if (chance.is(0.2)) return { phrases, name: '' };
  return { phrases, name, ...(chance.is(0.4) ? { email: `person.${chance.id(6)}@example.com` } : {}) };
}

/** A first message: a greeting, a few sentences, mostly a question. A few are long. */
export function firstText(chance: Chance, person: Person, section: string | null): string {
  const { hello, begin, detail, question, bye } = person.phrases;
  const possible = section === null ? begin.filter((sentence) => !sentence.includes('{section}')) : begin;
  const details = Math.min(40, Math.round(1.5 * chance.spread()));
  const sentences = [chance.pick(possible), ...someOf(chance, detail, details), ...(chance.is(0.8) ? [chance.pick(question)] : [])];
  const parts = [...(chance.is(0.8) ? [chance.pick(hello)] : []), sentences.join(' '), ...(chance.is(0.6) ? [chance.pick(bye)] : [])];
  return filled(chance, parts.join(details > 2 ? '\n\n' : '\n'), person, section);
}

export function furtherText(chance: Chance, person: Person, section: string | null, sender: ParticipantId): string {
  const { short, detail, question, answer } = person.phrases;
  if (isFromManager({ sender })) return filled(chance, someOf(chance, answer, chance.between(1, 2)).join(' '), person, section);
  if (chance.is(0.5)) return filled(chance, chance.pick(short), person, section);
  const sentences = [...someOf(chance, detail, chance.between(1, 3)), ...(chance.is(0.3) ? [chance.pick(question)] : [])];
  return filled(chance, sentences.join(' '), person, section);
}

export function spamText(chance: Chance, person: Person): string {
  return filled(chance, chance.pick(SPAM), person, null);
}

function someOf(chance: Chance, sentences: readonly string[], count: number): string[] {
  return Array.from({ length: count }, () => chance.pick(sentences)).filter((sentence, index, all) => sentence !== all[index - 1]);
}

function filled(chance: Chance, text: string, { phrases, name }: Person, section: string | null): string {
  const values: Record<string, () => string> = {
    name: () => name || chance.pick(phrases.first),
    city: () => chance.pick(phrases.cities),
    section: () => section ?? '',
    number: () => String(chance.between(2, 12)),
    weekday: () => chance.pick(weekdaysIn(phrases.locale)),
  };
  return text
    .replace(/\{(\w+)\}/g, (_, slot: string) => values[slot]?.() ?? '')
    .slice(0, TEXT_MAX)
    .trim();
}

/** Monday to Friday. */
function weekdaysIn(locale: string): string[] {
  const known = WEEKDAYS.get(locale);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const names = [5, 6, 7, 8, 9].map((day) => format.format(Date.UTC(1970, 0, day)));
  WEEKDAYS.set(locale, names);
  return names;
}
