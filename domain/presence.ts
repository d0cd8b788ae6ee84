import { z } from 'zod';

/** What a participant tells the others of itself, as it is stored. `T` is the store's own type of time. */
export interface PresenceDocument<T> {
  seenAt?: T;
  /** Everything until then was seen. */
  readAt?: T;
  typingAt?: T;
  /** The manager's alone: whether the visitor is blocked here. Absent where nobody has said so: then the API knows. */
  isBlocked?: boolean;
  /** The server's, in the manager's document: when sessions of the visitor were ended. Writing it ends their live reading at once. */
  sessionsEndedAt?: T;
}

/** The marks that a participant makes in a conversation. `now` is how the store spells the time of the write: no mark has another. */
export const presence = <Now>(now: z.ZodType<Now>) => z.strictObject({ seenAt: now, readAt: now.optional(), typingAt: now.optional() });

/** Tells a visitor's browsers of a block, in the commit that blocks or unblocks. */
export const blockNotice = z.strictObject({ isBlocked: z.boolean() });

/** The mark that a manager makes for all their visitors. */
export const managerPresence = <Now>(now: z.ZodType<Now>) => z.strictObject({ seenAt: now });
