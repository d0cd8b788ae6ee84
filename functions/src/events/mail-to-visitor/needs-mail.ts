import type { LastMessage } from '@foyer/domain/conversation';
import { SEEN_MS } from '@foyer/domain/limits';
import { isFromManager } from '@foyer/domain/participant';

export interface Silence {
  lastMessage: Pick<LastMessage<number>, 'sender' | 'at'>;
  /** The visitor's marks, and when they last wrote, in ms since 1970. */
  seenAt: number | null;
  readAt: number | null;
  wroteAt: number | null;
  /** The last mail. */
  mailedAt: number | null;
}

/** `no`: it was read, or this silence had its mail. `not-yet`: the thread is open. */
export function needsMail({ lastMessage, seenAt, readAt, wroteAt, mailedAt }: Silence, nowMs: number): 'yes' | 'no' | 'not-yet' {
  if (!isFromManager(lastMessage) || (readAt ?? 0) >= lastMessage.at) return 'no';
  const hereAt = Math.max(seenAt ?? 0, readAt ?? 0, wroteAt ?? 0);
  if (mailedAt !== null && hereAt <= mailedAt) return 'no';
  return nowMs - (seenAt ?? 0) < SEEN_MS ? 'not-yet' : 'yes';
}
