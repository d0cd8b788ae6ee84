import type { Language } from '@foyer/domain/language';
import { type Catalogue, compileMessage, valuesOf } from '@foyer/words/compile';
import { parse, type Select, type Token } from '@messageformat/parser';

/** `Intl` lists `many` for these, for numbers from a million on. No one has a million conversations. */
const WITHOUT_MANY = new Set(['fr', 'es', 'pt', 'it']);

/** Enough to see which whole numbers a plural form is for: English `one` is for 1 alone, so `=1` covers it. */
const COUNTS = Array.from({ length: 1001 }, (_, count) => count);

/** The faults of one area of one language, one sentence each. */
export function catalogueFaults(language: Language, area: string, english: Catalogue, own: Catalogue): string[] {
  const place = `words/${language}/${area}.json`;
  const faults: string[] = [];
  for (const name of Object.keys(english)) if (!(name in own)) faults.push(`${place} lacks “${name}”`);
  for (const [name, message] of Object.entries(own)) {
    const original = english[name];
    if (original === undefined) faults.push(`${place}: “${name}” is not in English`);
    else for (const fault of messageFaults(language, original, message)) faults.push(`${place}, “${name}”: ${fault}`);
  }
  return faults;
}

function messageFaults(language: Language, original: string, message: string): string[] {
  const faults: string[] = [];
  if (message.trim() !== message || message === '') faults.push('is empty, or begins or ends with a space: sentences are never glued');
  if (/['"]|\.\.\./.test(message)) faults.push("has straight quotes or three dots: use ’ “ ” …, since ' escapes in ICU");
  const isLatin = new Intl.Locale(language).maximize().script === 'Latn';
  if (!isLatin && message === original && /[a-z] [a-z]/.test(message)) faults.push('is in English');
  if (language === 'de' && /(?<!\u00a0)…/.test(message)) faults.push('has an ellipsis without a no-break space before it');
  if (/<|&\w+;/.test(message)) faults.push('has markup: put an element in the place of a value (words/with-nodes.ts)');
  try {
    compileMessage(message, language);
    const [wanted, given] = [valuesOf(original), valuesOf(message)];
    for (const [value, kind] of Object.entries(wanted)) if (given[value] !== kind) faults.push(`takes {${value}} as ${kind}`);
    for (const value of Object.keys(given)) if (!(value in wanted)) faults.push(`has {${value}}, which English does not`);
    for (const choice of choicesIn(parse(message))) faults.push(...choiceFaults(language, choice));
  } catch (cause) {
    faults.push((cause as Error).message);
  }
  return faults;
}

function choiceFaults(language: Language, { type, cases }: Select): string[] {
  const keys = cases.map(({ key }) => key);
  if (type === 'select') return keys.includes('other') ? [] : ['a choice lacks “other”'];
  const rules = new Intl.PluralRules(language, { type: type === 'plural' ? 'cardinal' : 'ordinal' });
  const needed = rules.resolvedOptions().pluralCategories.filter((category) => category !== 'many' || !WITHOUT_MANY.has(language));
  const isCovered = (category: string) =>
    keys.includes(category) || COUNTS.every((count) => rules.select(count) !== category || keys.includes(`=${count}`));
  const missing = needed.filter((category) => !isCovered(category)).map((category) => `a plural lacks “${category}”`);
  const surplus = keys.filter((key) => !key.startsWith('=') && !needed.some((category) => category === key));
  return [...missing, ...surplus.map((key) => `a plural has “${key}”, which the language does not`)];
}

function choicesIn(tokens: readonly Token[]): Select[] {
  return tokens.flatMap((token) => ('cases' in token ? [token, ...token.cases.flatMap(({ tokens: inner }) => choicesIn(inner))] : []));
}
