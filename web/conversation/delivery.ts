import type { ParticipantId } from '@foyer/domain/participant';
import type { ThreadMessage } from './messages.ts';
import type { Outgoing } from './outbox.ts';

/** A message as a thread shows it. `fault` says why one's own was not sent. */
export interface ShownMessage extends ThreadMessage, Partial<Pick<Outgoing, 'fault' | 'wrong' | 'againAt'>> {}

/** How far one's own message has come. `waiting`: there is no connection, or the server takes nothing right now. */
export type Delivery = 'sending' | 'waiting' | 'sent' | 'seen' | 'failed';

/** The messages that are there, then those that `me` has written and the server has not acknowledged. */
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
      // Never before what is there, whatever this browser's clock says.
      createdAt: Math.max(at, last),
      isPending: true,
    }));
  return [...messages, ...waiting];
}

/** `readAt`: until when the other side has read, in ms since 1970 by the server's clock. `isHeld`: nothing is sent right now. */
export function deliveryOf({ fault, isPending, createdAt }: ShownMessage, readAt: number, isHeld: boolean): Delivery {
  if (fault !== undefined) return 'failed';
  if (isPending) return isHeld ? 'waiting' : 'sending';
  return readAt >= createdAt ? 'seen' : 'sent';
}
