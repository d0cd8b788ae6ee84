import { Timestamp } from '@google-cloud/firestore';
import { fieldError } from '../http/field-errors.ts';
import { Problem } from '../http/problem.ts';

/** The last message that a page looked at. */
export interface Position {
  at: Timestamp;
  conversationId: string;
  messageId: string;
}

const POSITION = /^(\d{1,12})\.(\d{1,9})\.([0-9a-f]{32})\.([A-Za-z0-9_-]{1,64})$/;
/** Firestore's last time: the year 9999. */
const SECONDS_MAX = 253_402_300_799;

/** Text for `next`. It needs no signature: a search only finds the caller's own messages, wherever it begins. */
export function positionText({ at, conversationId, messageId }: Position): string {
  return Buffer.from(`${at.seconds}.${at.nanoseconds}.${conversationId}.${messageId}`).toString('base64url');
}

/** Throws `invalid-request` if `positionText` can't have made the text. */
export function positionAt(text: string): Position {
  const found = POSITION.exec(Buffer.from(text, 'base64url').toString('latin1'));
  const [, seconds = '', nanoseconds = '', conversationId = '', messageId = ''] = found ?? [];
  const position = { at: [Number(seconds), Number(nanoseconds)], conversationId, messageId } as const;
  const isFine = found !== null && position.at[0] <= SECONDS_MAX && !/^__.*__$/.test(messageId);
  if (!isFine) throw new Problem('invalid-request', { errors: [fieldError(['query', 'after'], { code: 'wrong-format' })] });
  return { at: new Timestamp(...position.at), conversationId, messageId };
}
