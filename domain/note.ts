import { z } from 'zod';
import { MessageText } from './schema.ts';

/** A text beside a conversation for the manager alone, as it is stored. `T` is the store's own type of time. */
export interface NoteDocument<T> {
  text: string;
  createdAt: T;
}

/** A note as a manager writes it. `now` is how the store spells the time of the write. */
export const newNote = <Now>(now: z.ZodType<Now>) => z.strictObject({ text: MessageText, createdAt: now });

/** What a manager may correct of a note afterwards. */
export const NoteCorrection = z.strictObject({ text: MessageText });
export type NoteCorrection = z.output<typeof NoteCorrection>;
