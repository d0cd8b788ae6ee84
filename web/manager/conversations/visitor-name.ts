import type { Visitor } from '@foyer/domain/conversation';
import { MARKS_MAX } from '@foyer/domain/limits';
import { previewOf } from '@foyer/domain/preview';

/** Crockford's base32: nothing that is misread when it is said aloud. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export interface DisplayName {
  text: string;
  /** Whether the visitor gave it. If not it is ours, so that several nameless people can be told apart. */
  isGiven: boolean;
}

/** What to call a visitor: their name, or one made of the conversation's id (32 hexadecimal digits), always the same. */
export function displayName(visitor: Visitor, conversationId: string): DisplayName {
  if (visitor.name !== '') return { text: visitor.name, isGiven: true };
  const bits = Number.parseInt(conversationId.slice(0, 5), 16);
  const symbols = [15, 10, 5, 0].map((shift) => SYMBOLS.charAt((bits >> shift) & 31)).join('');
  return { text: `Visitor ${symbols}`, isGiven: false };
}

/** The invisible characters that turn the direction of what follows, and what is stacked on one letter beyond any written language. */
const UNRULY = new RegExp(
  `[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]|(?<=(?:\\p{M}[\\u200b-\\u200d\\u2060\\ufeff]*){${MARKS_MAX}})\\p{M}+`,
  'gu',
);

/** A name for where no element can hold it apart from its neighbours: the window's title, an attribute. */
export function tame(name: string): string {
  return name.replace(UNRULY, '');
}

/** What fits where one speaks to them. */
const ADDRESS_MAX = 24;

/** How one speaks to them: the first word of a given name. */
export function addressed(name: DisplayName): string {
  return name.isGiven ? previewOf(tame(name.text).split(/\s+/)[0] ?? name.text, ADDRESS_MAX) : 'this visitor';
}
