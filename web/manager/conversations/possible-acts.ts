import type { Change } from './acts.ts';
import type { Conversation } from './conversation.ts';

/** What is done to a conversation at one press. */
export type Act = 'release' | 'spam' | 'snooze' | 'close' | 'reopen' | 'block' | 'unblock';

type Standing = Pick<Conversation, 'status' | 'tray' | 'isBlocked'>;

/** What can be done to a conversation where it lies, the usual act last. Blocking is further away, in the menu. */
export function possibleActs({ status, tray, isBlocked }: Standing): readonly Exclude<Act, 'block'>[] {
  if (tray === 'spam') return ['release'];
  if (tray === 'requests') return ['spam', 'release'];
  if (isBlocked) return ['spam', 'unblock'];
  return status === 'closed' ? ['spam', 'reopen'] : ['spam', 'snooze', 'close'];
}

/** Why one of these acts cannot be done to a conversation, as a sentence. */
export function whyNot(act: Act, { status, tray, isBlocked }: Standing): string {
  if (act === 'release') return 'It is in your inbox already.';
  if (act === 'spam') return 'It is in spam already.';
  if (tray !== 'inbox') return 'Move it to your inbox first.';
  if (isBlocked) return 'Unblock this visitor first.';
  return status === 'closed' ? 'Reopen it first.' : 'That cannot be done here.';
}

/** What an act changes. A snooze has to be told until when. */
export function changeFor(act: Exclude<Act, 'snooze'>, { tray, isBlocked }: Standing): Change {
  switch (act) {
    // Whoever takes something in wants it before their eyes; of somebody who is blocked there is nothing to answer.
    case 'release':
      return isBlocked
        ? { status: 'closed', snoozedUntilMs: null, tray: 'inbox' }
        : { status: 'open', snoozedUntilMs: null, tray: 'inbox' };
    case 'spam':
      return { tray: 'spam' };
    case 'close':
      return { status: 'closed', snoozedUntilMs: null };
    case 'reopen':
      return { status: 'open', snoozedUntilMs: null };
    // A request is decided by it, and waits no longer.
    case 'block':
      return { status: 'closed', snoozedUntilMs: null, isBlocked: true, ...(tray === 'requests' ? { tray: 'inbox' } : {}) };
    case 'unblock':
      return { isBlocked: false };
  }
}
