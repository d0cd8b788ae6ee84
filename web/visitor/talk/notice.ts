import type { Hold } from '../../conversation/outbox.ts';
import type { State } from './talk.ts';

/** What the person should know just now; empty when there is nothing. */
export function noticeOf({ hold, phase, conversation, isChecking, said }: State, name: string): string {
  if (isChecking) return 'One moment, checking your browser.';
  if (said) return said;
  // The name is isolated, as an element would do it: it may be written from the right.
  if (phase === 'open' && conversation?.isBlocked)
    return `\u2068${name}\u2069 no longer takes messages here. You can still read, take a copy, or delete it.`;
  if (hold?.reason === 'paused') return `${hold.why} This will be sent by itself in ${spoken(hold.waitMs)}.`;
  if (hold?.reason === 'too-fast') return `That was a little fast. This will be sent by itself in ${spoken(hold.waitMs)}.`;
  if (hold?.reason !== 'offline') return '';
  const [what, until] = navigator.onLine ? ['There is no connection just now.', 'there is one'] : ['You are offline.', 'you are back'];
  return `${what} ${phase === 'opening' ? 'Your conversation will be here' : 'We will send this'} as soon as ${until}.`;
}

/** A time to wait, as one says it: `40 seconds`, `5 minutes`. */
export function spoken(ms: Hold['waitMs']): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 2) return 'a moment';
  if (seconds < 100) return `${seconds} seconds`;
  return seconds < 6000 ? `${Math.ceil(seconds / 60)} minutes` : `${Math.ceil(seconds / 3600)} hours`;
}
