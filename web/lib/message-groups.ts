import { isOwn, type ParticipantId } from '@foyer/domain/participant';
import { isSameDay } from './time.ts';

/** Neighbouring messages of one sender in one minute: they share a time. `id` is the first message's. */
export interface MessageGroup<M> {
  id: string;
  sender: ParticipantId;
  /** When the group was begun, in ms since 1970. */
  at: number;
  /** Whether a separator with the day's name stands before it. */
  startsDay: boolean;
  messages: M[];
}

const MINUTE_MS = 60_000;

/** Groups messages that are in order already, oldest first, by sender, minute and the browser's day; a group begins at `startsAt` in any case. */
export function groupMessages<M extends { id: string; sender: ParticipantId; createdAt: number }>(
  messages: readonly M[],
  startsAt?: string | null,
): MessageGroup<M>[] {
  const groups: MessageGroup<M>[] = [];
  for (const message of messages) {
    const { id, sender, createdAt: at } = message;
    const last = groups.at(-1);
    if (last && id !== startsAt && isOwn(last, sender) && minuteOf(last.at) === minuteOf(at)) last.messages.push(message);
    else groups.push({ id, sender, at, startsDay: !last || !isSameDay(last.at, at), messages: [message] });
  }
  return groups;
}

/** Every zone's clock differs by whole minutes, so the minute that is shown is the minute in UTC. */
function minuteOf(ms: number): number {
  return Math.floor(ms / MINUTE_MS);
}
