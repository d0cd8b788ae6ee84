import { z } from 'zod';
import type { FaultCode } from './fault.ts';
import { CHOSEN_STATES, PRESENCE_STATUS_MAX } from './manager-presence.ts';
import { line } from './schema.ts';

/** A participant's stored presence, readable by the others. `T` is the store's type of time. */
export interface PresenceDocument<T> {
  seenAt?: T;
  /** Everything up to this time was read. */
  readAt?: T;
  typingAt?: T;
  /** Set only by the manager: whether the visitor is blocked. If absent, ask the API. */
  isBlocked?: boolean;
  /** Set by the server in the manager's document. Writing it ends live reading by the visitor's ended sessions immediately. */
  sessionsEndedAt?: T;
}

/** A participant's marks in a conversation. `now` is how the store writes the current time; no other time is valid. */
export const presence = <Now>(now: z.ZodType<Now>) => z.strictObject({ seenAt: now, readAt: now.optional(), typingAt: now.optional() });

/** Notifies a visitor's browsers of a block, in the commit that blocks or unblocks. */
export const blockNotice = z.strictObject({ isBlocked: z.boolean() });

/** A manager's presence for all their visitors, in full. `time` is how the store writes a time that a person chose. */
export const managerPresence = <Now, Time>(now: z.ZodType<Now>, time: z.ZodType<Time>) =>
  z
    .strictObject({
      seenAt: now.optional(),
      state: z.enum(CHOSEN_STATES).optional(),
      status: line(PRESENCE_STATUS_MAX).optional(),
      statusUntil: time.optional(),
      updatedAt: now,
    })
    .refine(({ status, statusUntil }) => status !== undefined || statusUntil === undefined, 'not-allowed' satisfies FaultCode);
