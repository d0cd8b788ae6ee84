import { z } from 'zod';
import { CANNED_REPLY_TITLE_MAX } from './limits.ts';
import { line, MessageText } from './schema.ts';

export const CannedReply = z.strictObject({ title: line(CANNED_REPLY_TITLE_MAX), text: MessageText });
export type CannedReply = z.output<typeof CannedReply>;
