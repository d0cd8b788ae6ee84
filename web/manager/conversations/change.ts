import { say } from '../notice/notice.ts';
import { type Change, changeConversation, type Store } from './acts.ts';
import type { Conversation } from './conversation.ts';
import { momentName } from './moment-name.ts';

/** Changes a conversation, says so, in `words` where the usual ones do not fit, and offers to take it back. */
export function makeChange(store: Store, conversation: Conversation, change: Change, words?: string): void {
  const attempt = (wanted: Change) =>
    changeConversation(store, conversation.id, wanted).catch(() => say('That did not reach the server. Please try again.'));
  attempt(change);
  say(words ?? sentenceOf(conversation, change, Date.now()), () => attempt(takingBack(conversation, change, Date.now())));
}

type Standing = Pick<Conversation, 'status' | 'snoozedUntilMs' | 'tray' | 'isBlocked'>;

/** What undoes a change of a conversation that stood as `before` says. A snooze that has run out meanwhile cannot be had again. */
export function takingBack({ status, snoozedUntilMs, tray, isBlocked }: Standing, change: Change, nowMs: number): Change {
  const isOver = status === 'snoozed' && (snoozedUntilMs ?? 0) <= nowMs;
  return {
    ...(change.status === undefined ? {} : isOver ? { status: 'open', snoozedUntilMs: null } : { status, snoozedUntilMs }),
    ...(change.tray === undefined ? {} : { tray }),
    ...(change.isBlocked === undefined ? {} : { isBlocked }),
  };
}

export function sentenceOf(before: Standing, { status, snoozedUntilMs, tray, isBlocked }: Change, nowMs: number): string {
  if (isBlocked === true) return tray === 'spam' ? 'Blocked, and moved to spam.' : 'Blocked. They can read, but not write.';
  if (isBlocked === false) return 'Unblocked. They can write to you again.';
  if (tray === 'spam') return 'Moved to spam.';
  if (tray === 'inbox') return before.isBlocked ? 'Moved to Closed, still blocked.' : 'Moved to your inbox.';
  if (status === 'snoozed' && snoozedUntilMs !== null) return `Snoozed until ${momentName(snoozedUntilMs, nowMs)}.`;
  return status === 'closed' ? 'Conversation closed.' : 'Conversation is open again.';
}
