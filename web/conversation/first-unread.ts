import { isFromOther, type ParticipantId } from '@foyer/domain/participant';
import type { ThreadMessage } from './messages.ts';

/** The id of others' first message after `readAt`, in ms since 1970, or `null`. In whole milliseconds: the API sends no fractions. */
export function firstAfter(messages: readonly ThreadMessage[], me: ParticipantId, readAt: number): string | null {
  return messages.find((message) => isFromOther(message, me) && Math.floor(message.createdAt) > Math.floor(readAt))?.id ?? null;
}

/** The id of the first of others' last `count` messages, or of their first known one if fewer are known; `null` if there is none. */
export function firstOfLast(messages: readonly ThreadMessage[], me: ParticipantId, count: number): string | null {
  if (count < 1) return null;
  const theirs = messages.filter((message) => isFromOther(message, me));
  return (theirs.at(-count) ?? theirs[0])?.id ?? null;
}
