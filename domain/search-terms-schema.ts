import { z } from 'zod';
import type { FaultCode } from './fault.ts';
import { TERM_MAX } from './limits.ts';

/** Search terms as a browser stores them: up to `max` different words without spaces. */
export const termsSchema = (max: number) =>
  z
    .array(
      z
        .string()
        .max(TERM_MAX)
        .regex(/^[^ ]+$/),
    )
    .max(max)
    .refine((terms) => new Set(terms).size === terms.length, 'duplicate' satisfies FaultCode);
