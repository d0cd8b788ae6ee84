import { z } from 'zod';

/** What one side of a conversation tells the other of itself, as it is stored. `T` is the store's own type of time. */
export interface PresenceDocument<T> {
  seenAt: T;
  /** Everything until then was seen. */
  readAt?: T;
  typingAt?: T;
}

/** The marks that either side makes in a conversation. `now` is how the store spells the time of the write: no mark has another. */
export const presence = <Now>(now: z.ZodType<Now>) => z.strictObject({ seenAt: now, readAt: now.optional(), typingAt: now.optional() });

/** The mark that a manager makes for all their visitors. */
export const managerPresence = <Now>(now: z.ZodType<Now>) => z.strictObject({ seenAt: now });
