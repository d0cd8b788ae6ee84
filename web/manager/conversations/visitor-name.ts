import type { ConversationDocument } from '@foyer/domain/conversation';
import { MARKS_MAX } from '@foyer/domain/limits';
import { previewOf } from '@foyer/domain/preview';
import { words } from '../words.ts';

/** Crockford's base32: no symbols that are easily confused when read aloud. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export interface DisplayName {
  text: string;
  /** Whether the visitor or the manager gave it. Otherwise it is generated, so managers can tell people without a name apart. */
  isGiven: boolean;
}

export type Named = Pick<ConversationDocument<unknown>, 'visitor' | 'alias'> & { id: string };

/** What to call a visitor: the manager's name for them, else their own, or one derived from the conversation's id (32 hexadecimal digits). */
export function displayName({ id, visitor, alias }: Named): DisplayName {
  const given = alias || visitor.name;
  if (given !== '') return { text: given, isGiven: true };
  const bits = Number.parseInt(id.slice(0, 5), 16);
  const symbols = [15, 10, 5, 0].map((shift) => SYMBOLS.charAt((bits >> shift) & 31)).join('');
  return { text: words.visitor({ code: symbols }), isGiven: false };
}

/** Invisible characters that change the direction of the text after them, and more combining marks on one letter than any language has. */
const UNRULY = new RegExp(
  `[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]|(?<=(?:\\p{M}[\\u200b-\\u200d\\u2060\\ufeff]*){${MARKS_MAX}})\\p{M}+`,
  'gu',
);

/** A name for places where no element can isolate it: the window's title, an attribute. */
export function tame(name: string): string {
  return name.replace(UNRULY, '');
}

/** The length that fits where visitors are addressed by name. */
const ADDRESS_MAX = 24;

/** How to address visitors: by the first word of a given name, `null` without one. */
export function addressed(name: DisplayName): string | null {
  return name.isGiven ? previewOf(tame(name.text).split(/\s+/)[0] ?? name.text, ADDRESS_MAX) : null;
}
