import { z } from 'zod';
import { MessageText } from './schema.ts';

/** What a manager began to write in a conversation: a reply, a note, or both. `T` is the store's type of time. */
export interface ReplyDraftDocument<T> {
  reply?: string;
  note?: string;
  updatedAt: T;
}

/** A draft as a manager's browser writes it. `now` is how the store writes the current time. An empty one is deleted. */
export const replyDraft = <Now>(now: z.ZodType<Now>) =>
  z
    .strictObject({ reply: MessageText.optional(), note: MessageText.optional(), updatedAt: now })
    .refine(({ reply, note }) => reply !== undefined || note !== undefined);
