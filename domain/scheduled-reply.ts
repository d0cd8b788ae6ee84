import { z } from 'zod';
import { MessageId, MessageText } from './schema.ts';

/** Why a reply wasn't sent at its time: the visitor was blocked, or the account was closed or about to be deleted. */
export type ScheduledFailure = 'blocked' | 'account-closed';

/** A reply that waits for its time. Its id is the id that the message will have. `T` is the store's type of time. */
export interface ScheduledReplyDocument<T> {
  text: string;
  replyTo?: string;
  /** Absent once it couldn't be sent: then it waits for the manager. */
  sendAt?: T;
  failure?: { reason: ScheduledFailure /** When it was due. */; at: T };
  createdAt: T;
  updatedAt: T;
}

/**
 * A scheduled reply as a manager's browser creates it. `now` is how the store writes the current time, `soon` a time up to a year ahead. It may
 * have passed when the write arrives, because that can wait offline: then the reply is sent at the next run.
 */
export const scheduledReply = <Now, Soon>(now: z.ZodType<Now>, soon: z.ZodType<Soon>) =>
  z.strictObject({ text: MessageText, replyTo: MessageId.optional(), sendAt: soon, createdAt: now, updatedAt: now });

/** The update of a conversation in the commit that adds or removes a scheduled reply. `change` is how the store writes the changed list. */
export const schedulingState = <Now, Change>(now: z.ZodType<Now>, change: z.ZodType<Change>) =>
  z.strictObject({ scheduled: change, updatedAt: now });
