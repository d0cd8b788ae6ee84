import type { Visitor } from '@foyer/domain/conversation';
import { previewOf } from '@foyer/domain/text';

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

/** What fits where one speaks to them. */
const ADDRESS_MAX = 24;

/** How one speaks to them: the first word of a given name. */
export function addressed(name: DisplayName): string {
  return name.isGiven ? previewOf(name.text.split(/\s+/)[0] ?? name.text, ADDRESS_MAX) : 'this visitor';
}
