import { z } from 'zod';
import type { FaultCode } from './fault.ts';
import { LABEL_NAME_MAX } from './limits.ts';
import { line } from './schema.ts';

export const Label = z.strictObject({
  name: line(LABEL_NAME_MAX),
  color: z.string().regex(/^#[0-9a-f]{6}$/, 'color-format' satisfies FaultCode),
});
export type Label = z.output<typeof Label>;

/** What is left of a deleted label, so that its id is never given to another: conversations may still have it. */
export const deletedLabel = <Now>(now: z.ZodType<Now>) => z.strictObject({ deletedAt: now });
