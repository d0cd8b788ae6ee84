import { z } from 'zod';
import { SYSTEM_TEXT_MAX } from '../limits.ts';
import { line } from '../schema.ts';

export const SystemContent = z.strictObject({ text: line(SYSTEM_TEXT_MAX) });
