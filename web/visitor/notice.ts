import type { Hold } from './outbox.ts';
import type { State } from './talk.ts';

/** What the person should know about sending, in one sentence; empty when there is nothing. */
export function noticeOf({ hold, phase }: Pick<State, 'hold' | 'phase'>): string {
  if (hold?.reason === 'too-fast') return `That was a little fast. This will be sent by itself in ${spoken(hold.waitMs)}.`;
  if (hold?.reason !== 'offline') return '';
  return phase === 'opening'
    ? 'You are offline. Your conversation will be here as soon as you are back.'
    : 'You are offline. We will send this as soon as you are back.';
}

function spoken(ms: Hold['waitMs']): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 2) return 'a moment';
  return seconds < 100 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
