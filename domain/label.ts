import { z } from 'zod';
import { LABEL_NAME_MAX } from './limits.ts';
import { line } from './schema.ts';

/** A manager's own tag for conversations, as it is stored. Its id stands in the conversations that have it. */
export const Label = z.strictObject({
  name: line(LABEL_NAME_MAX),
  color: z.string().regex(/^#[0-9a-f]{6}$/, 'A colour is written as # and six small hex digits.'),
});
export type Label = z.output<typeof Label>;
