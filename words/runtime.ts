import type { Tag } from '@foyer/domain/language';

/** Compiled files import only the helpers that their messages use. */

/** The forms of a plural by category; `other` always exists. A number as a key applies to exactly that number. */
export interface Forms {
  readonly other: string;
  readonly [categoryOrNumber: string]: string;
}

/** Returns a function that picks the form for a count, by the language's CLDR rules. */
export function pluralIn(tag: Tag, type: Intl.PluralRuleType = 'cardinal'): (count: number, forms: Forms) => string {
  let rules: Intl.PluralRules | undefined;
  return (count, forms) => {
    rules ??= new Intl.PluralRules(tag, { type });
    return forms[count] ?? forms[rules.select(count)] ?? forms.other;
  };
}

export function choose(value: string, forms: Forms): string {
  return (Object.hasOwn(forms, value) ? forms[value] : undefined) ?? forms.other;
}

/** Returns a function that formats numbers for the language. */
export function numberIn(tag: Tag): (value: number) => string {
  let format: Intl.NumberFormat | undefined;
  return (value) => {
    format ??= new Intl.NumberFormat(tag);
    return format.format(value);
  };
}

const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe]|\ud802|\ud803|\ud83a|\ud83b/;

/** For a left-to-right sentence: removes a text's direction controls, and isolates it if it could reorder what follows. */
export function isolateLtr(text: string | number): string {
  const value = `${text}`.replace(CONTROLS, '');
  return RIGHT_TO_LEFT.test(value) ? isolated(value) : value;
}

/** The same for a right-to-left sentence, where almost every name needs it. */
export function isolateRtl(text: string | number): string {
  const value = `${text}`.replace(CONTROLS, '');
  return value.startsWith(NODE) ? value : isolated(value);
}

function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** A placeholder for an element in a sentence (`withNodes`). */
export const NODE = '\ue000';
