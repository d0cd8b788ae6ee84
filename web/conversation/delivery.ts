import type { ParticipantId } from '@foyer/domain/participant';
import type { ThreadMessage } from './messages.ts';
import type { Outgoing } from './outbox.ts';

/** A message as a thread shows it. `fault` says why an own message was not sent. */
export interface ShownMessage extends ThreadMessage, Partial<Pick<Outgoing, 'fault' | 'wrong' | 'againAt'>> {}

/** Delivery state of an own message. `waiting`: there is no connection, or the server accepts nothing right now. */
export type Delivery = 'sending' | 'waiting' | 'sent' | 'seen' | 'failed';

/** The stored messages, then those `me` has written and the server has not acknowledged. */
export function shownMessages(messages: readonly ThreadMessage[], outgoing: readonly Outgoing[], me: ParticipantId): ShownMessage[] {
  const last = messages.at(-1)?.createdAt ?? 0;
  const isThere = new Set(messages.map(({ id }) => id));
  const waiting = outgoing
    .filter(({ messageId }) => !isThere.has(messageId))
    .map(({ messageId, at, ...rest }) => ({
      ...rest,
      id: messageId,
      kind: 'text',
      sender: me,
      // Never before the stored messages, even if this browser's clock is behind.
      createdAt: Math.max(at, last),
      isPending: true,
    }));
  return [...messages, ...waiting];
}

/** `readAt`: until when the other participant has read, in ms since 1970 by the server's clock. `isPaused`: sending is paused. */
export function deliveryOf({ fault, isPending, createdAt }: ShownMessage, readAt: number, isPaused: boolean): Delivery {
  if (fault !== undefined) return 'failed';
  if (isPending) return isPaused ? 'waiting' : 'sending';
  return readAt >= createdAt ? 'seen' : 'sent';
}
