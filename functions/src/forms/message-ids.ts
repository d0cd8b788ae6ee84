import { createHmac, randomBytes } from 'node:crypto';

const HOUR_MS = 3600_000;

/** An id for one rendered form, which makes it one message however often it is sent. */
export function newMessageId(): string {
  return spelled(randomBytes(15));
}

/**
 * The id of a message from the public page's own form, which is the same for everyone and can't contain one: the same text in the same
 * conversation and hour is the same message. A reloaded page that sends its form again adds nothing.
 */
export function idOfWords(key: string, conversationId: string, text: string, nowMs: number): string {
  const words = `form:${conversationId}:${Math.floor(nowMs / HOUR_MS)}:${text}`;
  return spelled(createHmac('sha256', key).update(words).digest().subarray(0, 15));
}

/** 15 bytes as 21 symbols; the leading letter distinguishes them from Firestore's own ids. */
function spelled(bytes: Buffer): string {
  return `f${bytes.toString('base64url')}`;
}
