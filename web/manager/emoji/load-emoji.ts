import type { Language } from '@foyer/domain/languages';
import { locale } from '../../lib/language.ts';
import { language } from '../language.ts';
import { type Emoji, emojiFrom } from './emoji.ts';

type Load = () => Promise<{ default: readonly string[] }>;

/** A file for each language. */
const NAMES: Readonly<Record<Language, Load>> = {
  en: () => import('virtual:emoji/en'),
  de: () => import('virtual:emoji/de'),
  fr: () => import('virtual:emoji/fr'),
  es: () => import('virtual:emoji/es'),
  pt: () => import('virtual:emoji/pt'),
  it: () => import('virtual:emoji/it'),
  nl: () => import('virtual:emoji/nl'),
  pl: () => import('virtual:emoji/pl'),
  tr: () => import('virtual:emoji/tr'),
  ar: () => import('virtual:emoji/ar'),
  he: () => import('virtual:emoji/he'),
  ja: () => import('virtual:emoji/ja'),
};

/** The emoji by group, with their names in the dashboard's language. Rejects if they can't be loaded. */
export async function loadEmoji(): Promise<Emoji[][]> {
  const load = Object.entries(NAMES).find(([tag]) => tag === language)?.[1] ?? NAMES.en;
  const [groups, names] = await Promise.all([import('virtual:emoji/groups'), load()]);
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  return emojiFrom(groups.default, names.default, (code) => countries.of(code));
}
