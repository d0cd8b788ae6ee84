import type { MessageKind } from './kind.ts';

/** A line between the messages. Only the server writes it, as participant `system`. */
export const system: MessageKind = {
  plainText: ({ text }) => (typeof text === 'string' ? text : null),
};
