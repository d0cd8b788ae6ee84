import type { MessageKind } from './kind.ts';

/** What people write. At most `TEXT_MAX` units, normalised by domain/text.ts. */
export const text: MessageKind = {
  plainText: ({ text }) => (typeof text === 'string' ? text : null),
};
