import { z } from 'zod';
import { MessageText } from '../schema.ts';

/** What a text message stores. */
export const TextContent = z.strictObject({ text: MessageText });
