import type { Message } from '@foyer/domain/message';

/** `createdAt` is in ms since 1970 by the server's clock: with a fraction from the store, in whole ms from the API. */
export interface ThreadMessage extends Message {
  /** Not acknowledged yet. Its time is this browser's. */
  isPending?: boolean;
}

/** Merges messages: each id once, sorted by the server's time, then by id, as the store sorts them. Pending ones come last. */
export function mergeMessages(known: readonly ThreadMessage[], more: readonly ThreadMessage[]): ThreadMessage[] {
  const byId = new Map([...known, ...more].map((message) => [message.id, withKind(message)]));
  const isLate = ({ isPending = false }: ThreadMessage) => Number(isPending);
  return [...byId.values()].sort(
    (one, other) => isLate(one) - isLate(other) || one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1),
  );
}

/** Version 1 of the API sends no `kind`, and may still answer right after a deployment. */
function withKind(message: ThreadMessage): ThreadMessage {
  return message.kind ? message : { ...message, kind: 'text' };
}
