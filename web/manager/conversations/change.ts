import { clockTime, dayName } from '../../lib/time.ts';
import { say } from '../notice/notice.ts';
import { changeStatus, type StatusChange, type Store } from './acts.ts';
import type { Conversation } from './conversation.ts';

/** Changes a conversation's status, says so, and offers to take it back. */
export function setStatus(store: Store, conversation: Conversation, change: StatusChange): void {
  const { id, status, snoozedUntilMs } = conversation;
  const attempt = (wanted: StatusChange) =>
    changeStatus(store, id, wanted).catch(() => say('That did not reach the server. Please try again.'));
  attempt(change);
  say(sentenceOf(change, Date.now()), () => attempt(before({ status, snoozedUntilMs }, Date.now())));
}

/** A snooze that has run out meanwhile cannot be had again. */
function before(change: StatusChange, nowMs: number): StatusChange {
  const isOver = change.status === 'snoozed' && (change.snoozedUntilMs ?? 0) <= nowMs;
  return isOver ? { status: 'open', snoozedUntilMs: null } : change;
}

function sentenceOf({ status, snoozedUntilMs }: StatusChange, nowMs: number): string {
  if (status === 'snoozed' && snoozedUntilMs !== null) return `Snoozed until ${momentName(snoozedUntilMs, nowMs)}.`;
  return status === 'closed' ? 'Conversation closed.' : 'Conversation is open again.';
}

/** A moment ahead as one says it: `tomorrow, 9:00`, `Monday, 9:00`, `24 March, 9:00`. */
export function momentName(ms: number, nowMs: number): string {
  const days = Math.round((new Date(ms).setHours(0, 0, 0, 0) - new Date(nowMs).setHours(0, 0, 0, 0)) / 86_400_000);
  const day =
    days === 1
      ? new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(1, 'day')
      : days > 1 && days < 7
        ? new Date(ms).toLocaleDateString(undefined, { weekday: 'long' })
        : dayName(ms, nowMs);
  return `${day}, ${clockTime(ms)}`;
}
