import { z } from 'zod';
import { MessageText } from '../schema.ts';

export const TextContent = z.strictObject({ text: MessageText });
