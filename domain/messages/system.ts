import type { MessageKind } from './kind.ts';

/** One line that the server adds to a conversation, shown between the messages. Only the server writes it, as participant `system`. */
export const system: MessageKind = {
  plainText: ({ text }) => (typeof text === 'string' ? text : null),
};
