import { z } from 'zod';
import { MessageText } from './schema.ts';

/** A stored note on a conversation, for the manager only. `T` is the store's type of time. */
export interface NoteDocument<T> {
  text: string;
  createdAt: T;
}

/** A note as a manager writes it. `now` is how the store writes the current time; a deleted note that is restored has its time, a `past` one. */
export const newNote = <Now, Past>(now: z.ZodType<Now>, past: z.ZodType<Past>) =>
  z.strictObject({ text: MessageText, createdAt: now.or(past) });

export const NoteCorrection = z.strictObject({ text: MessageText });
export type NoteCorrection = z.output<typeof NoteCorrection>;
