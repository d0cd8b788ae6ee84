import { isOwn, type ParticipantId } from '@foyer/domain/participant';
import { isSameDay } from './time.ts';

/** Neighbouring messages of one sender in one minute, shown with one time. `id` is the first message's. */
export interface MessageGroup<M> {
  id: string;
  sender: ParticipantId;
  /** The time of the first message, in ms since 1970. */
  at: number;
  /** Whether a separator with the day's name is shown above it. */
  startsDay: boolean;
  messages: M[];
}

const MINUTE_MS = 60_000;

/** Groups messages, sorted oldest first, by sender, minute and the browser's day; a group always starts at `startsAt`. */
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

/** Every time zone's offset is in whole minutes, so the shown minute is the minute in UTC. */
function minuteOf(ms: number): number {
  return Math.floor(ms / MINUTE_MS);
}
