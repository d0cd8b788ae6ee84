import { isFromOther, type ParticipantId } from '@foyer/domain/participant';
import type { ThreadMessage } from './messages.ts';

/** The first message of others that came after `readAt`, in ms since 1970; `null` if there is none. The API sends whole milliseconds. */
export function firstAfter(messages: readonly ThreadMessage[], me: ParticipantId, readAt: number): string | null {
  return messages.find((message) => isFromOther(message, me) && Math.floor(message.createdAt) > Math.floor(readAt))?.id ?? null;
}

/** The first of the last `count` messages of others, or the first one that is known; `null` if there is none. */
export function firstOfLast(messages: readonly ThreadMessage[], me: ParticipantId, count: number): string | null {
  if (count < 1) return null;
  const theirs = messages.filter((message) => isFromOther(message, me));
  return (theirs.at(-count) ?? theirs[0])?.id ?? null;
}
